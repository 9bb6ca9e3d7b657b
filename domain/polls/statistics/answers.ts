import { z } from "zod";
import { Day, answerSchema } from "@/domain/answer-schema";
import { type Bucket, type OpinionOverTime } from "./opinion-over-time";
import { type Movement } from "./movement";
import { type Gap, type Guesses } from "./guess";

export const MovementSchema = answerSchema<Movement>()(
  "VoteMovement",
  z.strictObject({
    moved: z.int(),
    gained: z.array(z.strictObject({ side: z.string(), members: z.int() })),
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
        median: GapSchema,
      })
      .nullable(),
  }),
);
