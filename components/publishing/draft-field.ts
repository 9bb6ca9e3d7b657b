import type { FormFlash } from "@/components/ui/form-flash";
import type { Draft, DraftField } from "@/domain/articles/drafts/draft";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** What stands in each field of the form, and what is wrong with it. */
export type FieldOf = (name: DraftField) => {
  name: DraftField;
  defaultValue: string;
  problem: string | undefined;
};

/** A form that was refused shows what was typed, also where that was nothing. A new draft is not blamed for being empty. */
export const fieldsOfDraft =
  ({ fields, problems, version }: Draft, kept: FormFlash): FieldOf =>
  (name) => {
    const wrong = version === 1 ? [] : problems.filter(({ field }) => field === name);
    const said = wrong.map(({ line, reason }) =>
      line === null ? reason : say(t.lineReason, { line, reason }),
    );
    return {
      name,
      defaultValue: (kept ? kept.fields[name] : fields[name]) ?? "",
      problem: kept?.problems[name] ?? (said.length > 0 ? said.join("\n") : undefined),
    };
  };
