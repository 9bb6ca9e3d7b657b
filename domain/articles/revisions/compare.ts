import { DRAFT_FIELDS, type DraftField, type DraftFields } from "@/domain/articles/drafts/draft";
import { textDiff } from "@/domain/prose/word-diff";
import type { FieldChange } from "./revision";

/** An answer's key is not shown in the form: it is the answer's for good. */
const isShown = (field: DraftField): boolean => !field.startsWith("key");

/** What two states of a form say differently, in the form's order. */
export function compare(before: DraftFields, after: DraftFields): FieldChange[] {
  const [was, is] = [saidBy(before), saidBy(after)];
  return DRAFT_FIELDS.filter((field) => isShown(field) && was(field) !== is(field)).map((field) => ({
    field,
    parts: textDiff(was(field), is(field)),
  }));
}

/** A choice that a form sends with every post says nothing of a poll that is not asked, or a call to action that is not made. */
function saidBy(fields: DraftFields): (field: DraftField) => string {
  const words = (field: DraftField) => (fields[field] ?? "").replace(/\r\n?/g, "\n").trim();
  const hasPoll = words("question") !== "";
  const hasCall = (["callLabel", "callHref", "callText"] as const).some((field) => words(field) !== "");
  return (field) =>
    (field === "results" && !hasPoll) || (field === "callKind" && !hasCall) ? "" : words(field);
}
