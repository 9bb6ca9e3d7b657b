/** A house rule: `key` is what decisions and reports keep, `sentence` what people read. */
export type HouseRule = { key: string; title: string; sentence: string };
export type HouseRules = { version: number; at: string | null; rules: HouseRule[] };

/** Not a house rule but the law; anyone may give notice of it, signed in or not. */
export const ILLEGAL: HouseRule = {
  key: "illegal",
  title: "Against the law",
  sentence: "What the law forbids to publish comes down, and may be passed on where the law asks for it.",
};

/** The rules a new site begins with; admins rewrite them, each time as a new version. */
export const FIRST_RULES: HouseRule[] = [
  {
    key: "person",
    title: "Argue with the argument",
    sentence: "Answer what somebody wrote, not what they are. Insults, mockery and threats come down.",
  },
  {
    key: "hate",
    title: "Nobody is less",
    sentence: "No contempt for people because of origin, faith, sex, orientation, disability or age.",
  },
  {
    key: "privacy",
    title: "Leave private what is private",
    sentence:
      "No addresses, numbers, medical matters or other people's messages that were not theirs to be made public.",
  },
  {
    key: "advertising",
    title: "No advertising",
    sentence:
      "No selling, no campaigns, no links that are there to be followed rather than to show where something is said.",
  },
  {
    key: "topic",
    title: "Stay with the question",
    sentence: "The article asks something. What has nothing to do with it belongs elsewhere.",
  },
  {
    key: "pretence",
    title: "Be who you say you are",
    sentence: "No pretending to be somebody else, and no second account to agree with the first.",
  },
  {
    key: "noise",
    title: "Leave room for others",
    sentence: "No flooding, no repeating, no text that is there to be in the way.",
  },
  ILLEGAL,
];

/** The rule of that key among those of a version, if it has one. */
export const ruleOf = ({ rules }: HouseRules, key: string): HouseRule | undefined =>
  rules.find((rule) => rule.key === key);
