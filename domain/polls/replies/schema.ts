import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { Explanation, Ground } from "@/domain/moderation/decisions/schema";

/** `revision` names the text that was on the screen. */
export const OnReply = z.strictObject({
  action: z.enum(["approve", "reject"]),
  revision: numberSaid(z.number().int().min(1).max(1_000_000)),
  ground: Ground,
  explanation: Explanation,
});
export type OnReply = z.output<typeof OnReply>;
