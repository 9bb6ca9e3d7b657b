import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { HANDLE_PATTERN } from "@/domain/members/member";
import { ACTIONS } from "@/domain/moderation/decisions/decision";
import * as t from "#messages/transparency";

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const handle = emptyIsNone(z.string().regex(HANDLE_PATTERN, t.thatIsNotAHandle));

/** `after` is the number of the last entry seen. */
export const LogQuery = z.strictObject({
  action: emptyIsNone(z.enum(ACTIONS)),
  moderator: handle,
  member: handle,
  comment: emptyIsNone(z.uuid()),
  after: emptyIsNone(
    numberSaid(
      z
        .number()
        .int()
        .min(1)
        .max(2 ** 52),
    ),
  ),
});
export type LogQuery = z.infer<typeof LogQuery>;
