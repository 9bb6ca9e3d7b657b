import type { Drawn } from "./shape";
import { commentText } from "./text";
import type { Random } from "@/domain/polls/statistics/random";
import { renderComment } from "@/domain/prose/comment";

/** A comment as its row will be; `posted` in milliseconds since 1970. */
export type SeedRow = {
  id: string;
  parent_id: string | null;
  root_id: string | null;
  depth: number;
  author: number;
  state: "visible" | "withdrawn";
  source: string;
  html: string;
  posted: number;
  reply_count: number;
  thread_count: number;
  respect: number;
  unconvinced: number;
  stance: boolean;
};

/** A discussion lives for two weeks, and most of it is said in the first days. */
const LASTS = 14 * 24 * 3_600_000;
const EARLINESS = 2.5;
/** One in eight shows their vote, if they have one. */
const STANCES = 0.12;

/** Drawn comments as rows with words, ids and counts that are already right. `until` is when the last one was posted. */
export function rowsOf(drawn: readonly Drawn[], until: number, random: Random): SeedRow[] {
  const rows: SeedRow[] = [];
  drawn.forEach(({ parent, root, depth, author, withdrawn, respect, unconvinced }, nth) => {
    const above = parent === null ? undefined : rows[parent];
    const thread = root === null ? undefined : rows[root];
    const posted = until - LASTS + Math.floor(LASTS * ((nth + 1) / drawn.length) ** EARLINESS);
    const source = commentText(random, above?.source ?? null);
    rows.push({
      id: uuidAt(posted, random),
      parent_id: above?.id ?? null,
      root_id: thread?.id ?? null,
      depth,
      author,
      state: withdrawn ? "withdrawn" : "visible",
      source,
      html: renderComment(source),
      posted,
      reply_count: 0,
      thread_count: 0,
      respect: respect.length,
      unconvinced: unconvinced.length,
      stance: random() < STANCES,
    });
    if (above) above.reply_count++;
    if (thread) thread.thread_count++;
  });
  return rows;
}

/** UUID version 7 (RFC 9562), with the seed's chance instead of the machine's. */
export function uuidAt(milliseconds: number, random: Random): string {
  const digits = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
  const time = milliseconds.toString(16).padStart(12, "0");
  const variant = "89ab".charAt(Math.floor(random() * 4));
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${variant}${digits(3)}-${digits(12)}`;
}
