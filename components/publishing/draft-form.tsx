import { Button } from "@/components/ui/button";
import { ButtonRow } from "@/components/ui/button-row";
import { Field, TextArea } from "@/components/ui/field";
import type { FormFlash } from "@/components/ui/form-flash";
import { draftPath, previewPath, type Draft } from "@/domain/articles/drafts/draft";
import { ArticleTools } from "./article-tools";
import { AutoSave } from "./auto-save";
import { CallFields } from "./call-fields";
import { fieldsOfDraft } from "./draft-field";
import { LivePreview } from "./live-preview";
import { PictureDrop } from "./picture-drop";
import { AddPicture, LeadFields } from "./picture-fields";
import { PollFields } from "./poll-fields";
import styles from "./draft-form.module.css";
import * as t from "#messages/publishing";

/** The whole draft as one plain form; script saves it as one types. */
export function DraftForm({
  draft,
  kept,
  language,
}: {
  draft: Draft;
  kept: FormFlash;
  /** What articles are written in. */
  language: string;
}) {
  const { id, version, article } = draft;
  const field = fieldsOfDraft(draft, kept);
  return (
    <form id="draft" className={styles.form} method="post" action={`/api/v1/drafts/${id}`}>
      <input type="hidden" name="_method" value="put" />
      <input type="hidden" name="_back" value={draftPath(id)} />
      <input type="hidden" name="version" value={version} />
      <Field label={t.title} autoComplete="off" dir="auto" {...field("title")} />
      <Field
        label={t.address}
        hint={article ? t.oldAddressLeadsHere : t.addressHint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...field("slug")}
      />
      <TextArea label={t.standfirst} hint={t.standfirstHint} rows={2} {...field("standfirst")} />
      <TextArea
        label={t.authors}
        hint={t.authorsHint}
        rows={1}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        {...field("author")}
      />
      <Field label={t.tags} hint={t.tagsHint} autoComplete="off" dir="auto" {...field("tags")} />
      <LeadFields field={field} />
      <TextArea label={t.text} hint={t.textHint} rows={20} tools={<ArticleTools />} {...field("body")} />
      <PictureDrop />
      <LivePreview id={id} language={language} />
      <AddPicture id={id} kept={kept} />
      <PollFields field={field} />
      <CallFields field={field} />
      <div className={styles.deeds}>
        <ButtonRow>
          <Button name="_return" value={draftPath(id)}>
            {t.save}
          </Button>
          <Button look="primary" name="_return" value={previewPath(id)}>
            {t.saveAndPreview}
          </Button>
        </ButtonRow>
      </div>
      <AutoSave id={id} />
    </form>
  );
}
