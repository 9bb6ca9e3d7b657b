import type { FormFlash } from "@/components/ui/form-flash";
import { Choice, Field, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import fieldsets from "@/components/ui/fieldset.module.css";
import type { CommentView } from "@/domain/comments/comment";
import type { Candidate } from "@/domain/polls/debate/debate";
import { REASON_LEAST } from "@/domain/polls/poll";
import { QuotedComment } from "./quoted-comment";
import * as t from "#messages/polls";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

type Props = {
  slug: string;
  candidates: Candidate[];
  quoted: CommentView | null;
  /** Words of the article, where it is said of them. */
  words?: string;
  kept: FormFlash;
};

/** Which comment it was, or which passage; and why. Of a comment that is named already, only why. */
export function MindChangeFields({ slug, candidates, quoted, words, kept }: Props) {
  const fields = kept?.fields ?? {};
  const problems = kept?.problems ?? {};
  return (
    <>
      {quoted ? (
        <>
          <input type="hidden" name="because" value={quoted.id} />
          <QuotedComment quoted={quoted} />
          {problems.because && <Notice kind="problem">{problems.because}</Notice>}
        </>
      ) : (
        <>
          {words && <NamedWords label={t.theWordsOfTheArticle} words={words} kept={kept} />}
          <WhichOfThese
            slug={slug}
            legend={words ? t.alsoOneOfThese : t.whichOfThese}
            candidates={candidates}
            kept={kept}
          />
          {!words && <NamedWords label={t.orThePassageOfTheArticle} words="" kept={kept} />}
        </>
      )}
      <TextArea
        label={t.why}
        hint={say(t.reasonHint, { least: REASON_LEAST })}
        name="why"
        required
        minLength={REASON_LEAST}
        defaultValue={fields.why}
        problem={problems.why}
      />
      <Choice
        name="quotable"
        defaultChecked={fields.quotable === "on"}
        label={t.myReasonMayBeQuoted}
        hint={t.withoutAName}
      />
    </>
  );
}

const NamedWords = ({ label, words, kept }: { label: string; words: string; kept: FormFlash }) => (
  <TextArea
    label={label}
    name="passage"
    rows={2}
    defaultValue={kept?.fields.passage ?? words}
    problem={kept?.problems.passage}
  />
);

type Offered = Pick<Props, "slug" | "candidates" | "kept"> & { legend: string };

function WhichOfThese({ slug, legend, candidates, kept }: Offered) {
  return (
    <>
      {candidates.length > 0 && (
        <fieldset className={fieldsets.bare}>
          <legend>{legend}</legend>
          {candidates.map(({ id, name, excerpt }) => (
            <Choice
              key={id}
              type="radio"
              name="because"
              value={id}
              defaultChecked={kept?.fields.because === id}
              label={name === null ? excerpt : say(t.nameSaid, { name, excerpt })}
            />
          ))}
        </fieldset>
      )}
      <Field
        label={candidates.length > 0 ? t.orAnotherCommentsAddress : t.theCommentsAddress}
        hint={rich(t.toGetTheLink, {
          link: (words) => <a href={`/articles/${slug}#discussion`}>{words}</a>,
        })}
        name="address"
        defaultValue={kept?.fields.address}
        problem={kept?.problems.address ?? kept?.problems.because}
      />
    </>
  );
}
