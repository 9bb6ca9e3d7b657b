import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import { Time } from "@/components/ui/time";
import { previewPath, type Draft } from "@/domain/articles/drafts/draft";
import { PREVIEW_DAYS } from "@/domain/articles/drafts/schema";
import * as t from "#messages/publishing";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

/** An address at which people without an account read the draft: made, made anew, and revoked. @param site the site's whole address */
export function SharePreview({ draft: { id, preview }, site }: { draft: Draft; site: string }) {
  return (
    <section className={sections.section} aria-labelledby="share-preview">
      <h2 id="share-preview">{t.sharePreview}</h2>
      <p className={textStyles.muted}>{t.sharePreviewHint}</p>
      {preview && (
        <>
          <Field
            label={t.previewAddress}
            hint={rich(t.previewWorksUntil, { until: <Time at={preview.until} exact /> })}
            readOnly
            defaultValue={site + preview.path}
          />
          <form method="post" action={`/api/v1/drafts/${id}/preview`}>
            <input type="hidden" name="_method" value="delete" />
            <input type="hidden" name="_return" value={previewPath(id)} />
            <p>
              <Button>{t.revokePreview}</Button>
            </p>
          </form>
        </>
      )}
      <form method="post" action={`/api/v1/drafts/${id}/preview`}>
        <input type="hidden" name="_method" value="put" />
        <input type="hidden" name="_return" value={`${previewPath(id)}#share-preview`} />
        <Select label={t.worksFor} name="days" defaultValue={PREVIEW_DAYS[1]}>
          {PREVIEW_DAYS.map((days) => (
            <option key={days} value={days}>
              {say(t.countDays, { days })}
            </option>
          ))}
        </Select>
        <Button>{preview ? t.replacePreview : t.makePreview}</Button>
      </form>
    </section>
  );
}
