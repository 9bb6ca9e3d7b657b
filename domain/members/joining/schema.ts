import { z } from "zod";
import { MOST_DOMAINS, WAYS } from "./joining";
import { readEmail } from "@/domain/members/email-address";
import { optionalText } from "@/domain/prose/schema";
import { numberSaid } from "@/platform/number";
import * as t from "#messages/joining";
import { say } from "@/messages/say";

/** An invitation is for a class or a street, not for a town. */
export const MOST_USES = 1_000;
export const MOST_DAYS = 365;
const NOTE_LIMIT = 100;

/** A domain in the spelling it has in an address; a form sends all in one text. */
const Domains = z
  .preprocess(
    (value) => (typeof value === "string" ? value.split(/[\s,;]+/u).filter((one) => one !== "") : value),
    z.array(z.string().max(300)).max(MOST_DOMAINS, say(t.tooManyDomains, { most: MOST_DOMAINS })),
  )
  .transform((words, context) =>
    words.flatMap((word) => {
      const { address } = readEmail(`x@${word.replace(/^@/, "")}`);
      if (address !== undefined) return [address.slice(2)];
      context.addIssue({ code: "custom", message: say(t.isNoDomain, { word }) });
      return [];
    }),
  );

export const ChangedJoining = z
  .strictObject({ way: z.enum(WAYS), domains: Domains.default([]) })
  .refine(({ way, domains }) => way !== "domains" || domains.length > 0, {
    path: ["domains"],
    error: t.nameADomain,
  });
export type ChangedJoining = z.infer<typeof ChangedJoining>;

const between = (most: number, sentence: string) =>
  numberSaid(z.number(sentence).int(sentence).min(1, sentence).max(most, sentence));

export const NewInvitation = z.strictObject({
  uses: between(MOST_USES, say(t.usesAreANumber, { most: MOST_USES })).default(1),
  days: between(MOST_DAYS, say(t.daysAreANumber, { most: MOST_DAYS })).default(7),
  note: optionalText(NOTE_LIMIT, say(t.aNoteIsShort, { most: NOTE_LIMIT })).default(""),
});
export type NewInvitation = z.infer<typeof NewInvitation>;
