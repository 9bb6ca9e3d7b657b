import { z } from "zod";
import { Explanation, Ground } from "@/domain/moderation/decisions/schema";

export const RemovedReason = z.strictObject({ ground: Ground, explanation: Explanation });
export type RemovedReason = z.output<typeof RemovedReason>;
