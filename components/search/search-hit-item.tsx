import { Username } from "@/components/members/author-name";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import { handleBeside } from "@/domain/members/handle-beside";
import type { Piece, SearchHit } from "@/domain/search/search";
import styles from "./search.module.css";
import * as t from "#messages/search";
import { rich } from "@/messages/rich";

/** An article leads to its page, a comment to itself in its context. */
export function SearchHitItem({ hit: { kind, path, title, excerpt, by, at, pending } }: { hit: SearchHit }) {
  const author = kind === "comment" && by?.handle ? { ...by, handle: by.handle } : null;
  return (
    <li className={styles.hit} data-hit="">
      <article>
        {kind === "article" ? (
          <h2 className={styles.title} dir="auto">
            <a href={path}>
              <Pieces pieces={title} />
            </a>
          </h2>
        ) : (
          <CommentHeading path={path} by={by} title={title} />
        )}
        <Excerpt pieces={excerpt} />
        <MetaLine>
          {/* Else it draws nothing, and the line would begin with a dot. */}
          {author && handleBeside(author) !== null && <Username of={author} />}
          <Time at={at} />
          {kind === "article" && by !== null && <span>{by.name}</span>}
          {pending && <span>{t.pendingOnlyYou}</span>}
        </MetaLine>
      </article>
    </li>
  );
}

type Heading = Pick<SearchHit, "path" | "by" | "title">;

/** Whose comment it is, and under which article. */
export const CommentHeading = ({ path, by, title }: Heading) => (
  <h2 className={styles.under} dir="auto">
    <a href={path}>
      {rich(t.byUnder, { name: by?.name ?? t.aFormerMember, title: <Pieces pieces={title} /> })}
    </a>
  </h2>
);

export const Excerpt = ({ pieces }: { pieces: Piece[] }) => (
  <p className={styles.excerpt} dir="auto">
    <Pieces pieces={pieces} />
  </p>
);

/** Text as text, whatever it is; what was found in it is marked. */
function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, found }, nth) => (found ? <mark key={nth}>{text}</mark> : text));
}
