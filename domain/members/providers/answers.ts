import { z } from "zod";
import { answerSchema } from "@/domain/answer-schema";
import type { Joined } from "./outside";

/** An outside account one signs in by. */
export const JoinedProviderSchema = answerSchema<Joined>()(
  "JoinedProvider",
  z.strictObject({ id: z.uuid(), provider: z.string(), joinedAt: z.iso.datetime() }),
);
export const JoinedProvidersSchema = z.strictObject({ providers: z.array(JoinedProviderSchema) });
