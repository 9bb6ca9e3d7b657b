import type { FormFlash } from "@/components/ui/form-flash";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import { TextArea } from "@/components/ui/field";
import { DRAFT_FIELDS, type Draft } from "@/domain/articles/drafts/draft";
import { labelOf } from "./field-labels";
import * as t from "#messages/publishing";
import { say } from "@/messages/say";

/** What somebody else saved while one wrote, field by field where it differs, to be read and copied from. */
export function OtherText({ draft, kept }: { draft: Draft; kept: FormFlash }) {
  if (!kept || kept.fields.version === String(draft.version)) return null;
  const different = DRAFT_FIELDS.filter((name) => (kept.fields[name] ?? "") !== (draft.fields[name] ?? ""));
  return (
    <section className={sections.section} aria-labelledby="other-text">
      <h2 id="other-text">{say(t.theOtherText, { name: draft.savedBy.name })}</h2>
      <p className={textStyles.muted}>{t.theOtherTextHint}</p>
      {different.map((name) => (
        <TextArea
          key={name}
          label={labelOf(name)}
          readOnly
          rows={name === "body" ? 12 : 2}
          defaultValue={draft.fields[name] ?? t.leftEmpty}
        />
      ))}
    </section>
  );
}
