import { Username } from "@/components/members/author-name";
import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import type { CommentView } from "@/domain/comments/comment";
import styles from "./ancestors.module.css";
import { FORMER_MEMBER } from "./labels";
import * as t from "#messages/comments";

/** What one is about to answer, in full, for nobody should have to answer from memory. */
export function ReplyingTo({ comment, quote }: { comment: CommentView; quote: string }) {
  return (
    <figure className={styles.answering}>
      <figcaption>
        <b>{comment.author?.name ?? FORMER_MEMBER}</b>
        {comment.author && <Username of={comment.author} />} <Time at={comment.postedAt} relative />{" "}
        <a href={quote}>{t.quoteIt}</a>
      </figcaption>
      <ProseHtml html={comment.html} />
    </figure>
  );
}
