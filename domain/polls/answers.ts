import { z } from "zod";
import {
  FEWEST_SHOWN,
  HIDDEN_BECAUSE,
  RESULTS_SHOWN,
  type MyPoll,
  type PollOption,
  type PollResults,
  type PollView,
} from "./poll";
import { Html, Time, answerSchema } from "@/domain/answer-schema";

export const PollResultsSchema = answerSchema<PollResults>()(
  "PollResults",
  z.union([
    z.strictObject({
      visible: z.literal(false),
      reason: z.enum(HIDDEN_BECAUSE),
    }),
    z.strictObject({
      visible: z.literal(true),
      total: z.int().min(FEWEST_SHOWN),
      options: z.array(
        z.strictObject({
          key: z.string(),
          votes: z.int(),
          share: z.number(),
        }),
      ),
      asOf: Time,
    }),
  ]),
);

export const MyPollSchema = answerSchema<MyPoll>()(
  "MyPoll",
  z.strictObject({
    voted: z.boolean(),
    asked: z.boolean(),
    guessed: z.boolean(),
    choice: z.string().nullable(),
    results: PollResultsSchema,
    guess: z.number().nullable(),
    can: z.strictObject({
      vote: z.boolean(),
      withdraw: z.boolean(),
      ask: z.boolean(),
      guess: z.boolean(),
      tellSwitch: z.boolean(),
      tellCloser: z.boolean(),
      takeBack: z.boolean(),
      run: z.boolean(),
    }),
  }),
);

export const PollOptionSchema = answerSchema<PollOption>()(
  "PollOption",
  z.strictObject({
    key: z.string(),
    label: z.string(),
    sentence: z.string(),
    side: z.boolean(),
  }),
);

export const PollViewSchema = answerSchema<PollView>()(
  "Poll",
  z.strictObject({
    question: z.string(),
    options: z.array(PollOptionSchema),
    state: z.enum(["open", "closed", "upcoming"]),
    resultsShown: z.enum(RESULTS_SHOWN),
    opensAt: Time,
    closesAt: Time.nullable(),
    version: z.int(),
    detached: z.boolean(),
    guessing: z.boolean(),
    confirmedBefore: z.boolean(),
    closingStatement: z.string().nullable(),
    closingHtml: Html.nullable(),
    results: PollResultsSchema,
  }),
);

/** What the door answers about a poll; `mine` is null for whoever is not signed in. */
export const PollAnswerSchema = z
  .strictObject({ ...PollViewSchema.shape, mine: MyPollSchema.nullable() })
  .meta({ id: "PollAnswer" });
export type PollAnswer = z.output<typeof PollAnswerSchema>;
