import { z } from "zod";
import { FEWEST_OPTIONS, FEWEST_SHOWN, MOST_OPTIONS, RESULTS_SHOWN } from "@/domain/polls/poll";

/** As in the database: a word for addresses and files, never shown. */
const OptionKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "An option's key is a short word in small letters.");

const Words = (most: number, name: string) =>
  z.string().trim().min(1, `${name} is missing.`).max(most, `${name} is longer than ${most} characters.`);

const NewOption = z.strictObject({
  key: OptionKey,
  label: Words(80, "An option's label"),
  sentence: z.string().trim().max(300, "An option's sentence is longer than 300 characters.").default(""),
  side: z.boolean().default(true),
});

const differ = (words: string[]): boolean =>
  new Set(words.map((word) => word.toLowerCase())).size === words.length;

/** A poll as an editor writes it, in an article's front matter or through the door. Times are ISO 8601. */
export const NewPoll = z
  .strictObject({
    question: Words(300, "The question"),
    options: z
      .array(NewOption)
      .min(FEWEST_OPTIONS, `A poll has at least ${FEWEST_OPTIONS} options.`)
      .max(MOST_OPTIONS, `A poll has at most ${MOST_OPTIONS} options.`),
    resultsShown: z.enum(RESULTS_SHOWN).default("after_vote"),
    opensAt: z.coerce.date().optional(),
    closesAt: z.coerce.date().nullable().default(null),
    detached: z.boolean().default(false),
    guessing: z.boolean().default(false),
  })
  .refine(({ options }) => differ(options.map(({ key }) => key)), {
    path: ["options"],
    message: "Two options have the same key.",
  })
  .refine(({ options }) => differ(options.map(({ label }) => label)), {
    path: ["options"],
    message: "Two options have the same label.",
  })
  .refine(({ options }) => options.filter(({ side }) => side).length >= 2, {
    path: ["options"],
    message: "A question has at least two sides.",
  })
  .refine(({ resultsShown, closesAt }) => resultsShown !== "after_close" || closesAt !== null, {
    path: ["closesAt"],
    message: "A poll that hides its results until it closes needs a closing time.",
  })
  .refine(({ opensAt, closesAt }) => !opensAt || !closesAt || opensAt < closesAt, {
    path: ["closesAt"],
    message: "A poll closes after it opens.",
  });
export type NewPoll = z.output<typeof NewPoll>;

const Chosen = z
  .string("Choose one of the options.")
  .regex(/^[a-z0-9-]{1,40}$/, "Choose one of the options.");

export const NewVote = z.strictObject({ option: Chosen });
export type NewVote = z.output<typeof NewVote>;

const Results = z.discriminatedUnion("visible", [
  z.object({
    visible: z.literal(false),
    reason: z.enum(["not-open", "vote-first", "until-close", "too-few"]),
  }),
  z.object({
    visible: z.literal(true),
    total: z.int().min(FEWEST_SHOWN),
    options: z.array(z.object({ key: z.string(), votes: z.int(), share: z.number() })),
    asOf: z.iso.datetime(),
  }),
]);

export const PollSchema = z.object({
  question: z.string(),
  options: z.array(z.object({ key: z.string(), label: z.string(), sentence: z.string(), side: z.boolean() })),
  state: z.enum(["upcoming", "open", "closed"]),
  resultsShown: z.enum(RESULTS_SHOWN),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime().nullable(),
  version: z.int(),
  detached: z.boolean(),
  guessing: z.boolean(),
  closingStatement: z.string().nullable(),
  results: Results,
});

export const MyPollSchema = z.object({
  voted: z.boolean(),
  asked: z.boolean(),
  choice: z.string().nullable(),
  results: Results,
  can: z.object({ vote: z.boolean(), withdraw: z.boolean(), ask: z.boolean() }),
});

/** What the door answers about a poll; `mine` is null for whoever is not signed in. */
export const PollAnswer = PollSchema.extend({ mine: MyPollSchema.nullable() });
