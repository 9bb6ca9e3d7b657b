import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { MomentField } from "@/components/ui/moment-field";
import type { FormFlash } from "@/components/ui/form-flash";
import { Notice } from "@/components/ui/notice";
import sections from "@/components/ui/section.module.css";
import { Time } from "@/components/ui/time";
import { previewPath, type Draft } from "@/domain/articles/drafts/draft";
import { revisionsPath } from "@/domain/articles/revisions/revision";
import * as t from "#messages/publishing";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

type Props = { draft: Draft; kept: FormFlash };

/** Below what one has just looked at: publish it, now or at a time. */
export function PublishForms({ draft, kept }: Props) {
  const { id, article, publishAt } = draft;
  return (
    <section className={sections.section} aria-labelledby="publish">
      <h2 id="publish">{t.publish}</h2>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {article?.changedSince && (
        <Notice>
          {rich(t.publishedSince, {
            link: <a href={revisionsPath(article.slug)}>{t.whatChangedMeanwhile}</a>,
          })}
        </Notice>
      )}
      {publishAt !== null && <Scheduled id={id} publishAt={publishAt} />}
      <form method="post" action={`/api/v1/drafts/${id}/publication`}>
        <Seen draft={draft} />
        {article && <Note kept={kept} />}
        <Button look="primary">
          {article ? say(t.publishRevision, { revision: article.revision + 1 }) : t.publishNow}
        </Button>
      </form>
      <form className={sections.section} method="post" action={`/api/v1/drafts/${id}/schedule`}>
        <h3>{t.publishAtATime}</h3>
        <input type="hidden" name="_method" value="put" />
        <Seen draft={draft} />
        {article && <Note kept={kept} />}
        <MomentField
          label={t.timeUtc}
          name="at"
          required
          defaultValue={kept?.fields.at ?? publishAt?.slice(0, 16) ?? ""}
          problem={kept?.problems.at}
        />
        <Button>{t.schedule}</Button>
      </form>
    </section>
  );
}

function Scheduled({ id, publishAt }: { id: string; publishAt: string }) {
  return (
    <form method="post" action={`/api/v1/drafts/${id}/schedule`}>
      <input type="hidden" name="_method" value="delete" />
      <input type="hidden" name="_return" value={previewPath(id)} />
      <p>{rich(t.scheduledFor, { when: <Time at={publishAt} exact /> })}</p>
      <p>
        <Button>{t.cancelTheSchedule}</Button>
      </p>
    </form>
  );
}

/** What was looked at: a draft or an article that has changed since is not published by this form. */
function Seen({ draft: { id, version, article } }: { draft: Draft }) {
  return (
    <>
      <input type="hidden" name="_back" value={previewPath(id)} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="revision" value={article?.revision ?? 0} />
    </>
  );
}

const Note = ({ kept }: { kept: FormFlash }) => (
  <TextArea
    label={t.noteOfCorrection}
    hint={t.noteOfCorrectionHint}
    rows={2}
    name="correction"
    defaultValue={kept?.fields.correction ?? ""}
    problem={kept?.problems.correction}
  />
);
