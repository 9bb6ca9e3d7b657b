import { z } from "zod";
import { Day, answerSchema } from "@/domain/answer-schema";
import { type Bucket, type OpinionOverTime } from "./opinion-over-time";
import { type Flows } from "./flows";
import { type Gap, type Guesses } from "./guess";

export const FlowsSchema = answerSchema<Flows>()(
  "VoteFlows",
  z.strictObject({
    options: z.array(z.string()),
    total: z.int().nullable(),
    cells: z.array(z.array(z.number().nullable())),
    everyMoveShown: z.boolean(),
  }),
);

export const BucketSchema = answerSchema<Bucket>()(
  "OpinionBucket",
  z.strictObject({
    from: Day,
    to: Day,
    votes: z.int(),
    shares: z.array(z.number()),
  }),
);

export const OpinionOverTimeSchema = answerSchema<OpinionOverTime>()(
  "OpinionOverTime",
  z.strictObject({
    newcomers: z.array(BucketSchema),
    switchers: z.array(BucketSchema),
  }),
);

export const GapSchema = answerSchema<Gap>()(
  "GuessGap",
  z.strictObject({
    guess: z.number(),
    gap: z.number(),
  }),
);

export const GuessesSchema = answerSchema<Guesses>()(
  "Guesses",
  z.strictObject({
    truth: z.number(),
    own: GapSchema.nullable(),
    everyone: z
      .strictObject({
        guesses: z.int(),
        mean: GapSchema,
        median: GapSchema,
      })
      .nullable(),
  }),
);
