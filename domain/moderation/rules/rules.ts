import * as t from "#messages/house-rules";

/** A house rule: `key` is what decisions and reports keep, `sentence` what people read. */
export type HouseRule = { key: string; title: string; sentence: string };
/** Characters of each at most. */
export const RULE_LIMITS = { key: 30, title: 80, sentence: 400 } as const;
export type HouseRules = { version: number; at: string | null; rules: HouseRule[] };

/** Not a house rule but the law; anyone may give notice of it, signed in or not. */
export const ILLEGAL: HouseRule = {
  key: "illegal",
  title: t.againstTheLaw,
  sentence: t.whatTheLawForbidsToPublish,
};

/** The rules a new site begins with; admins rewrite them, each time as a new version. */
export const FIRST_RULES: HouseRule[] = [
  {
    key: "person",
    title: t.personalAttacks,
    sentence: t.answerWhatSomebodyWrote,
  },
  {
    key: "hate",
    title: t.hatredOrContempt,
    sentence: t.noContemptForPeopleBecause,
  },
  {
    key: "privacy",
    title: t.privateInformation,
    sentence: t.noAddressesNumbers,
  },
  {
    key: "advertising",
    title: t.advertising,
    sentence: t.noSellingNoCampaigns,
  },
  {
    key: "topic",
    title: t.offTopic,
    sentence: t.theArticleAsksSomething,
  },
  {
    key: "pretence",
    title: t.falseIdentities,
    sentence: t.noPretendingToBeSomebody,
  },
  {
    key: "noise",
    title: t.spamAndNoise,
    sentence: t.noFloodingNoRepeating,
  },
  ILLEGAL,
];

/** The rule of that key among those of a version, if it has one. */
export const ruleOf = ({ rules }: HouseRules, key: string): HouseRule | undefined =>
  rules.find((rule) => rule.key === key);
