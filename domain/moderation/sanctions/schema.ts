import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { Explanation } from "@/domain/moderation/decisions/schema";
import { RuleKey } from "@/domain/moderation/rules/schema";
import { writtenText } from "@/domain/prose/schema";
import { SANCTION_KINDS, MESSAGE_LIMIT, NOTE_LIMIT } from "./sanction";
import * as t from "#messages/decisions";
import { say } from "@/messages/say";

const none = (value: unknown) => (value === "" ? undefined : value);

/** `days` is for suspensions (none: until lifted); `cleanUp` takes a banned member's comments down too. */
export const NewSanction = z.strictObject({
  kind: z.enum(SANCTION_KINDS),
  ground: RuleKey,
  explanation: Explanation,
  days: z.preprocess(none, numberSaid(z.number().int().min(1).max(3_650)).optional()),
  cleanUp: z.preprocess((value) => none(value) ?? "none", z.enum(["none", "week", "all"])),
});
export type NewSanction = z.infer<typeof NewSanction>;

export const Lifting = z.strictObject({
  explanation: Explanation,
  restore: z
    .preprocess((value) => value === true || value === "on" || value === "true", z.boolean())
    .default(false),
});
/** To the member, who answers by appeal of a decision or by mail: this is no conversation. */
export const NewMessage = z.strictObject({
  words: writtenText(MESSAGE_LIMIT, {
    blank: t.writeAMessageFirst,
    tooLong: say(t.messageTooLong, { limit: MESSAGE_LIMIT }),
  }),
});
export const NewNote = z.strictObject({
  words: writtenText(NOTE_LIMIT, {
    blank: t.writeANoteFirst,
    tooLong: say(t.noteTooLong, { limit: NOTE_LIMIT }),
  }),
});
