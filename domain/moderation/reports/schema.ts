import { z } from "zod";
import { CHILD_ABUSE, LAWS, DETAIL_LIMIT } from "./report";
import { ILLEGAL } from "@/domain/moderation/rules/rules";
import { RuleKey } from "@/domain/moderation/rules/schema";
import { optionalText } from "@/domain/prose/schema";
import { readableLength } from "@/domain/prose/text";
import * as t from "#messages/reports";
import { say } from "@/messages/say";

/** Of whoever gives a notice without an account; longer than a member's, for it is a whole one. */
const NAME_LIMIT = 100;

const checkbox = z.preprocess(
  (value) => (value === "on" || value === "true" ? true : value === "" ? false : value),
  z.boolean(),
);

/** A report of a broken house rule, or a notice of illegal content (with the last four fields; anyone may give one). */
export const NewReport = z
  .strictObject({
    reason: RuleKey,
    detail: optionalText(DETAIL_LIMIT, say(t.pleaseKeepToCharacters, { detailLimit: DETAIL_LIMIT })).default(
      "",
    ),
    law: z.enum(["", ...LAWS.map(({ key }) => key)]).default(""),
    name: optionalText(NAME_LIMIT, say(t.nameTooLong, { limit: NAME_LIMIT })).default(""),
    email: z.union([z.literal(""), z.email(t.thatIsNotAnEMail).max(254)]).default(""),
    goodFaith: checkbox.default(false),
  })
  .check(({ value, issues }) => {
    if (value.reason !== ILLEGAL.key) return;
    for (const [field, message] of missing(value))
      issues.push({ code: "custom", message, path: [field], input: value });
  });
export type NewReport = z.infer<typeof NewReport>;

/** What article 16 of the Digital Services Act asks of a notice. */
function* missing({
  law,
  detail,
  name,
  email,
  goodFaith,
}: {
  law: string;
  detail: string;
  name: string;
  email: string;
  goodFaith: boolean;
}) {
  if (law === "") yield ["law", t.pleaseSayWhichLawItGoes] as const;
  if (readableLength(detail) < 20) yield ["detail", t.pleaseSayInASentence] as const;
  if (law !== CHILD_ABUSE && name === "") yield ["name", t.theLawAsksForYourName] as const;
  if (law !== CHILD_ABUSE && email === "") yield ["email", t.theLawAsksForYourE] as const;
  if (!goodFaith) yield ["goodFaith", t.pleaseConfirmThat] as const;
}

/** A notice of illegal content as it is kept beside its report. */
export const KeptNotice = z.object({
  law: z.string(),
  name: z.string(),
  email: z.string(),
  goodFaith: z.boolean(),
});
