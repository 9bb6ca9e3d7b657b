import { z } from "zod";
import { GuessesSchema, MovementSchema, OpinionOverTimeSchema } from "@/domain/polls/statistics/answers";
import { Html, Time, answerSchema } from "@/domain/answer-schema";
import { PollViewSchema } from "@/domain/polls/answers";
import {
  type BestCase,
  type Debate,
  type DebateView,
  type Direction,
  type Happened,
  type Quoted,
  type SecondOpinion,
  type ToldChange,
} from "./debate";

export const QuotedSchema = answerSchema<Quoted>()(
  "QuotedComment",
  z.strictObject({
    id: z.uuid(),
    html: Html,
    author: z
      .strictObject({
        handle: z.string(),
        name: z.string(),
      })
      .nullable(),
    stance: z.string().nullable(),
    postedAt: Time,
    changedMinds: z.int(),
  }),
);

export const BestCaseSchema = answerSchema<BestCase>()(
  "BestCase",
  z.strictObject({
    side: z.string(),
    comment: QuotedSchema.nullable(),
    chosenBy: z.enum(["the other side", "an editor or a moderator"]).nullable(),
  }),
);

export const SecondOpinionSchema = answerSchema<SecondOpinion>()(
  "SecondOpinion",
  z.strictObject({
    reactors: z.int(),
    comments: z.array(QuotedSchema),
    agrees: z.array(z.string()),
  }),
);

export const DirectionSchema = answerSchema<Direction>()(
  "ChangeDirection",
  z.strictObject({
    method: z.enum(["McNemar, exact", "McNemar, mid-p"]),
    p: z.number(),
  }),
);

export const HappenedSchema = answerSchema<Happened>()(
  "PollEvent",
  z.strictObject({
    at: Time,
    words: z.string(),
  }),
);

export const ToldChangeSchema = answerSchema<ToldChange>()(
  "ToldChange",
  z.strictObject({
    commentId: z.uuid().nullable(),
    passage: z.string().nullable(),
    why: z.string().nullable(),
    closer: z.boolean(),
  }),
);

export const DebateSchema = answerSchema<Debate>()(
  "Debate",
  z.strictObject({
    results: z.strictObject({
      visible: z.literal(true),
      total: z.int(),
      options: z.array(
        z.strictObject({
          key: z.string(),
          votes: z.int(),
          share: z.number(),
        }),
      ),
      asOf: z.string(),
    }),
    cases: z.array(BestCaseSchema),
    bothSides: z.array(QuotedSchema),
    bridging: z.strictObject({
      counted: z.int(),
      leftOut: z.array(z.string()),
      scored: z.boolean(),
    }),
    secondOpinion: SecondOpinionSchema.nullable(),
    movement: MovementSchema.nullable(),
    direction: DirectionSchema.nullable(),
    overTime: OpinionOverTimeSchema,
    happened: z.array(HappenedSchema),
    guesses: GuessesSchema.nullable(),
    told: z.array(ToldChangeSchema),
    changedMinds: z.int(),
  }),
);

export const DebateViewSchema = answerSchema<DebateView>()(
  "DebateView",
  z.strictObject({
    poll: PollViewSchema,
    debate: DebateSchema.nullable(),
  }),
);

/** What a reader can choose from when they say what changed their mind. */
export const CandidatesSchema = z
  .strictObject({
    items: z.array(z.strictObject({ id: z.uuid(), name: z.string().nullable(), excerpt: z.string() })),
  })
  .meta({ id: "MindChangeCandidates" });
export type Candidates = z.output<typeof CandidatesSchema>;
