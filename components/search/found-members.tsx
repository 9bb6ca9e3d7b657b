import type { Author } from "@/domain/members/member";
import { searchPath, type SearchQuery } from "@/domain/search/search";
import styles from "./search.module.css";
import * as t from "#messages/search";

type Props = { members: Author[]; query: SearchQuery; isAll: boolean };

/** Members by name; above other hits a few of them, with the way to all. */
export function FoundMembers({ members, query, isAll }: Props) {
  if (members.length === 0) return null;
  return (
    <ul className={styles.members} aria-label={t.members}>
      {members.map(({ handle, name }) => (
        <li key={handle} data-hit="">
          <a href={`/members/${handle}`} dir="auto">
            {name}
          </a>{" "}
          <span className={styles.handle}>@{handle}</span>
        </li>
      ))}
      {!isAll && (
        <li>
          <a href={searchPath({ q: query.q, kind: "members" })}>{t.allMembers}</a>
        </li>
      )}
    </ul>
  );
}
