import listStyles from "@/components/ui/list.module.css";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import { comparePath, revisionPath, type ListedRevision } from "@/domain/articles/revisions/revision";
import * as t from "#messages/publishing";
import { say } from "@/messages/say";

/** Every text an article had, the newest first: each leads to itself, and to what it changed. */
export const RevisionList = ({ slug, revisions }: { slug: string; revisions: ListedRevision[] }) => (
  <ul className={listStyles.ruled}>
    {revisions.map(({ number, at, title, origin, correction }) => (
      <li key={number}>
        <h3 className={listStyles.title}>
          <a href={revisionPath(slug, number)}>{say(t.revisionNumber, { number })}</a>
        </h3>
        <MetaLine>
          <Time at={at} exact />
          <bdi>{title}</bdi>
          <span>{origin === "file" ? t.fromAFile : t.fromTheBrowser}</span>
          {number > 1 && (
            <a href={comparePath(slug, number - 1, number)}>{say(t.whatItChanged, { number })}</a>
          )}
        </MetaLine>
        {correction !== null && <p dir="auto">{say(t.correctionSaid, { correction })}</p>}
      </li>
    ))}
  </ul>
);
