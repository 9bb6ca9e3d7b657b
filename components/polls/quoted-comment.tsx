import type { Quoted } from "@/domain/polls/debate/debate";
import { AuthorName } from "@/components/members/author-name";
import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import styles from "./debate.module.css";
import * as t from "#messages/debate";

/** A comment's own words, whole, with the way to where it stands. */
export function QuotedComment({
  quoted,
  note,
}: {
  quoted: Pick<Quoted, "id" | "html" | "author" | "postedAt">;
  note?: string | undefined;
}) {
  return (
    <blockquote className={styles.quoted} cite={`/comments/${quoted.id}`}>
      <ProseHtml html={quoted.html} as="comment" />
      <footer className={styles.small}>
        {quoted.author ? <AuthorName author={quoted.author} /> : t.aFormerMember}
        {"\u00a0· "}
        <a href={`/comments/${quoted.id}`}>
          <Time at={quoted.postedAt} />
        </a>
        {note !== undefined && `\u00a0· ${note}`}
      </footer>
    </blockquote>
  );
}
