import { normal } from "./text";
import type { Random } from "@/domain/polls/statistics/random";

/** What to draw: `wide` direct replies of the first comment, and one chain `deep` levels deep, count among `comments`. */
export type Wanted = { comments: number; depth: number; wide: number; deep: number; seed: number };

/** A comment's place and doings by index, parents before children, in the order of time. */
export type Drawn = {
  parent: number | null;
  root: number | null;
  depth: number;
  author: number;
  withdrawn: boolean;
  /** Of members, none twice. */
  respect: number[];
  unconvinced: number[];
};

/** One in a hundred members writes a sixth of everything. */
const HEAVY_MEMBERS = 0.01;
const HEAVY_SHARE = 1 / 6;
/** A quarter begin a thread of their own. */
const ROOTS = 0.25;
/** Half of the replies answer something recent, half what others answer too: that makes the tail heavy. */
const RECENT = 0.5;
const RECENT_ONES = 60;
const WITHDRAWN = 0.01;
/** Reactions to a comment: log-normal, about five on average (5.3 in a large newspaper's forum). */
const REACTIONS_LOG_MEAN = 0.85;
const REACTIONS_LOG_SPREAD = 1.25;

export const membersFor = (comments: number): number => Math.max(23, Math.round(comments / 7));

export function drawThread(wanted: Wanted, members: number, random: Random): Drawn[] {
  const drawn: Drawn[] = [];
  // Each reply puts its parent in again: who is answered often is answered more (Yule 1925, Simon 1955).
  const answered: number[] = [];
  for (let nth = 0; nth < wanted.comments; nth++) {
    const parent = parentOf(nth, wanted, drawn, answered, random);
    const depth = parent === null ? 0 : (drawn[parent]?.depth ?? 0) + 1;
    const root = parent === null ? null : (drawn[parent]?.root ?? parent);
    const author = inChain(nth, wanted) ? nth % 2 : authorOf(members, random);
    drawn.push({
      parent,
      root,
      depth,
      author,
      withdrawn: random() < WITHDRAWN,
      ...reactions(author, members, random),
    });
    if (parent !== null) answered.push(parent);
  }
  return drawn;
}

/** First the wide one and its replies, then the chain, then everybody else. */
const chainFrom = ({ wide }: Wanted): number => (wide > 0 ? wide + 1 : 0);
const inChain = (nth: number, wanted: Wanted): boolean =>
  nth >= chainFrom(wanted) && nth < chainFrom(wanted) + wanted.deep;

function parentOf(
  nth: number,
  wanted: Wanted,
  drawn: Drawn[],
  answered: number[],
  random: Random,
): number | null {
  if (wanted.wide > 0 && nth <= wanted.wide) return nth === 0 ? null : 0;
  if (inChain(nth, wanted)) return nth === chainFrom(wanted) ? null : nth - 1;
  const free = chainFrom(wanted) + wanted.deep;
  if (nth <= free || random() < ROOTS) return null;
  let parent =
    random() < RECENT || answered.length === 0
      ? recent(nth, free, random)
      : (answered[Math.floor(random() * answered.length)] ?? 0);
  if (parent < free) parent = recent(nth, free, random);
  while ((drawn[parent]?.depth ?? 0) >= wanted.depth) parent = drawn[parent]?.parent ?? parent;
  return parent;
}

const recent = (nth: number, free: number, random: Random): number =>
  Math.max(free, nth - 1 - Math.floor(random() * RECENT_ONES));

function authorOf(members: number, random: Random): number {
  const heavy = Math.max(1, Math.round(members * HEAVY_MEMBERS));
  if (random() < HEAVY_SHARE) return Math.floor(random() * heavy);
  return heavy + Math.floor(random() * (members - heavy));
}

/** Members from a random one on, in equal steps: nobody twice, and never the author. */
function reactions(
  author: number,
  members: number,
  random: Random,
): { respect: number[]; unconvinced: number[] } {
  const wanted = Math.exp(REACTIONS_LOG_MEAN + REACTIONS_LOG_SPREAD * normal(random)) - 1;
  const count = Math.max(0, Math.min(members - 1, Math.round(wanted)));
  const quality = 0.35 + 0.6 * random();
  const [first, respect, unconvinced]: [number, number[], number[]] = [
    Math.floor(random() * members),
    [],
    [],
  ];
  for (let nth = 0; nth < count; nth++) {
    const member = (first + nth) % members;
    if (member !== author) (random() < quality ? respect : unconvinced).push(member);
  }
  return { respect, unconvinced };
}
