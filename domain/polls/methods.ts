/** The page that says how each figure is made; its text is `content/methods.md`. */
export const METHODS_PAGE = "/about/methods";

/** A figure's place on that page: the id of its heading. A test holds them to the text. */
const METHODS = {
  who: "s-who-is-counted",
  counts: "s-when-counts-appear",
  best: "s-the-order-best",
  bridging: "s-valued-by-both-sides",
  factorisation: "s-a-second-opinion",
  cases: "s-the-best-case-for-each-side",
  flows: "s-who-moved",
  time: "s-opinion-over-time",
  minds: "s-what-changed-minds",
  guesses: "s-guess-first",
  fairness: "s-fairness-of-moderation",
} as const;

export type Method = keyof typeof METHODS;

/** Every figure links to its method: `<a href={methodOf("flows")}>How this is made</a>`. */
export const methodOf = (figure: Method): string => `${METHODS_PAGE}#${METHODS[figure]}`;

export const METHOD_ANCHORS: readonly string[] = Object.values(METHODS);
