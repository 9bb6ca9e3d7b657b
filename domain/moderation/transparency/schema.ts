import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { dayOf } from "@/domain/moment";
import * as t from "#messages/transparency";

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const day = emptyIsNone(dayOf(t.aDateLooksLike));

/** Days in UTC, the first included and the last as well; left out, the last thirty. */
export const Period = z.strictObject({ from: day, to: day });
export const StatementsQuery = z.strictObject({
  from: day,
  to: day,
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

const DAY = 86_400_000;
export const USUAL_DAYS = 30;

/** The period as two moments: from the first day's beginning to the end of the last. */
export function momentsOf({ from, to }: { from?: string; to?: string }, now: Date): { from: Date; to: Date } {
  const last = new Date(`${to ?? now.toISOString().slice(0, 10)}T00:00:00Z`);
  const end = new Date(last.getTime() + DAY);
  return {
    from: from === undefined ? new Date(end.getTime() - USUAL_DAYS * DAY) : new Date(`${from}T00:00:00Z`),
    to: end,
  };
}
