import { DRAFT_FIELDS, type DraftField, type DraftFields } from "@/domain/articles/drafts/draft";
import { textDiff } from "@/domain/prose/word-diff";
import type { FieldChange } from "./revision";

/** An answer's key is not shown in the form: it is the answer's for good. */
const isShown = (field: DraftField): boolean => !field.startsWith("key");

/** What two states of a form say differently, in the form's order. */
export const compare = (before: DraftFields, after: DraftFields): FieldChange[] =>
  DRAFT_FIELDS.filter((field) => isShown(field) && (before[field] ?? "") !== (after[field] ?? "")).map(
    (field) => ({ field, parts: textDiff(before[field] ?? "", after[field] ?? "") }),
  );
