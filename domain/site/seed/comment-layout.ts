import type { PlannedArticle } from "./plan";
import { rarely } from "./texts";
import { uuidAt } from "@/domain/comments/seed/rows";
import { drawThread, membersFor } from "@/domain/comments/seed/shape";
import type { Random } from "@/domain/polls/statistics/random";

/** A comment as a row of `seeded`: texts and people by their place in the lists they are drawn from. */
export type LaidOut = {
  id: string;
  article: string;
  parent: string | null;
  root: string | null;
  depth: number;
  author: number;
  body: number;
  place: number;
  state: "visible" | "held" | "rejected" | "withdrawn";
  /** What a moderator decided. */
  decided: "approve" | "reject" | null;
  /** Milliseconds since 1970. */
  posted: number;
  replies: number;
  thread: number;
  respect: number[];
  unconvinced: number[];
};

/** Texts by their place in the list of all, and how many members there are. */
export type Pooled = Readonly<{ bodies: readonly number[]; places: readonly number[]; members: number }>;

/** How many of all comments wait, and are decided about; what is taken of it is counted here, so that the whole comes out even. */
export type Quota = { comments: number; held: number; decided: number };

const DEPTH = 12;
/** One chain of the largest discussion goes so deep. */
const DEEP = 200;
const EARLINESS = 2.5;
/** One comment in so many has reactions. */
const REACTED = 4;
const REJECTED = 0.3;

/**
 * A discussion whose counts are right. Nobody has answered or reacted to what waits; what is removed was there once.
 */
export function layOut(
  { nth, comments, begins, ends }: PlannedArticle,
  article: string,
  quota: Quota,
  pool: Pooled,
  now: number,
  random: Random,
): LaidOut[] {
  const writers = Math.min(pool.members, membersFor(comments));
  const who = (one: number) => (one + nth * 37) % pool.members;
  const deep = comments > DEEP * 10 ? DEEP : 0;
  const drawn = drawThread({ comments, depth: DEPTH, wide: 0, deep, seed: 0 }, writers, random);
  const answered = new Set(drawn.map(({ parent }) => parent));
  let leaves = drawn.reduce((sum, _, place) => sum + (answered.has(place) ? 0 : 1), 0);
  let held = takeFrom(quota, "held", comments, leaves);
  let others = comments - held;
  let decided = takeFrom(quota, "decided", comments, others);
  quota.comments -= comments;
  const rows: LaidOut[] = [];
  for (const [place, one] of drawn.entries()) {
    const waits = !answered.has(place) && random() < held / leaves--;
    if (waits) held--;
    const isDecided = !waits && random() < decided / others--;
    if (isDecided) decided--;
    const rejected = isDecided && random() < REJECTED;
    const posted = now - begins + Math.floor((begins - ends) * ((place + 1) / comments) ** EARLINESS);
    const reacted = !waits && random() < 1 / REACTED;
    const [above, thread] = [one.parent, one.root].map((at) => (at === null ? undefined : rows[at]));
    rows.push({
      id: uuidAt(posted, random),
      article,
      parent: above?.id ?? null,
      root: thread?.id ?? null,
      depth: one.depth,
      author: who(one.author),
      body: pool.bodies[Math.floor(random() * pool.bodies.length)] ?? 0,
      place: pool.places[rarely(pool.places.length, random)] ?? 0,
      state: waits ? "held" : rejected ? "rejected" : one.withdrawn && !isDecided ? "withdrawn" : "visible",
      decided: isDecided ? (rejected ? "reject" : "approve") : null,
      posted,
      replies: 0,
      thread: 0,
      respect: reacted ? one.respect.map(who) : [],
      unconvinced: reacted ? one.unconvinced.map(who) : [],
    });
    if (above && !waits) above.replies++;
    if (thread && !waits) thread.thread++;
  }
  return rows;
}

/** This article's share of what is left, as far as it has room. */
function takeFrom(quota: Quota, what: "held" | "decided", comments: number, room: number): number {
  const share = quota.comments > 0 ? Math.round((quota[what] * comments) / quota.comments) : 0;
  const taken = Math.min(share, room);
  quota[what] -= taken;
  return taken;
}
