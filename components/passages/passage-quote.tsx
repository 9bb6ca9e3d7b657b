import { wordsPath } from "@/components/comments/paths";
import comment from "@/components/comments/comment.module.css";
import { beginning } from "@/domain/prose/cut";
import type { PassageView } from "@/domain/passages/passage";
import * as t from "#messages/passages";

/** A quotation longer than this is the article again; it leads to the rest. Code points. */
const QUOTED_AT_MOST = 240;

/** The words that a comment is about, which lead to where they stand. */
export function PassageQuote({ slug, passage }: { slug: string; passage: PassageView }) {
  const { exact, place } = passage;
  const head = beginning(exact, QUOTED_AT_MOST);
  const words = head === exact ? exact : `${head.replace(/\s\S*$/, "")} …`;
  return (
    <blockquote className={comment.passage} dir="auto">
      {place === null && <small>{t.aboutAnEarlierWording}</small>}
      {place === null ? words : <a href={wordsPath(slug, { exact, place })}>{words}</a>}
    </blockquote>
  );
}
