import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import lists from "@/components/ui/list.module.css";
import * as t from "#messages/desk";

type Line = { id: string; name: string | null; excerpt: string; at: string; note: string };

/** Comments that are decided about together, each with the way to it, and what there is to say of it. */
export const CommentLines = ({ comments }: { comments: Line[] }) => (
  <ol className={lists.ruled}>
    {comments.map(({ id, name, excerpt, at, note }) => (
      <li key={id}>
        <p dir="auto">{excerpt}</p>
        <MetaLine>
          <span>{name ?? t.aFormerMember}</span>
          <a href={`/comments/${id}`}>
            <Time at={at} exact />
          </a>
          <span>{note}</span>
        </MetaLine>
      </li>
    ))}
  </ol>
);
