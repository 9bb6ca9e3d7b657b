/** How large a site is to be. */
export type SiteSize = Readonly<{
  articles: number;
  comments: number;
  members: number;
  /** Comments that wait for a moderator. */
  held: number;
  /** Rows of the moderators' log. */
  decisions: number;
  seed: number;
}>;

/** An article to be: `nth` from 0, the oldest first; times in milliseconds before now. */
export type PlannedArticle = Readonly<{
  nth: number;
  comments: number;
  votes: number;
  /** Since then it is published, and until then somebody writes under it. */
  begins: number;
  ends: number;
  poll: "open" | "closed" | "none";
}>;

/** Of all comments so much is under one article, and under each of so many; what is left is spread over the others. */
const SHARES: readonly (readonly [articles: number, share: number])[] = [
  [1, 0.25],
  [1, 0.05],
  [8, 0.02],
  [90, 0.0025],
];
/** These have a poll, and half of them one that is closed. */
const POLLS = SHARES.reduce((sum, [articles]) => sum + articles, 0);
/** Votes in the poll of the largest, by two members a vote; in the others for each comment one, up to so many. */
const VOTES_AT_MOST = 300;

export const DAY = 86_400_000;
const YEAR = 365 * DAY;
const LASTS = 14 * DAY;
/** The largest has been argued about for so long, and still is. */
const LARGEST_LASTS = 100 * DAY;

/** The articles of a site: the first is the largest, and those that follow have fewer comments each. Their comments add up to all. */
export function planOf({ articles, comments, members }: SiteSize): PlannedArticle[] {
  const counts = SHARES.flatMap(([many, share]) =>
    Array.from({ length: many }, () => Math.floor(comments * share)),
  ).slice(0, articles);
  const left = comments - counts.reduce((sum, count) => sum + count, 0);
  const others = articles - counts.length;
  for (let nth = 0; nth < others; nth++)
    counts.push(Math.floor((left * (nth + 1)) / others) - Math.floor((left * nth) / others));
  if (others <= 0 && counts.length > 0) counts[0] = (counts[0] ?? 0) + left;
  return counts.map((count, nth) => {
    const begins = nth === 0 ? LARGEST_LASTS : Math.floor((YEAR * (articles - nth)) / articles);
    return {
      nth,
      comments: count,
      votes: nth === 0 ? Math.floor(members / 2) : Math.min(count, VOTES_AT_MOST, members),
      begins,
      ends: nth === 0 ? 0 : Math.max(0, begins - LASTS),
      poll: nth >= POLLS ? "none" : nth % 2 === 0 ? "open" : "closed",
    };
  });
}
