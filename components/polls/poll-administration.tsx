import { Button } from "@/components/ui/button";
import type { FormFlash } from "@/components/ui/form-flash";
import { Confirmation, Field, TextArea } from "@/components/ui/field";
import { MomentField } from "@/components/ui/moment-field";
import { Notice } from "@/components/ui/notice";
import type { AdministeredPoll } from "@/domain/polls/administration/administration";
import { FEWEST_SHOWN, hidesUntilClose } from "@/domain/polls/poll";
import { PollWordingForm } from "./poll-wording-form";
import { PollAdministrationForm } from "./poll-administration-form";
import { moment } from "./sentences";
import styles from "./debate.module.css";
import * as t from "#messages/polls";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props = {
  slug: string;
  poll: AdministeredPoll;
  /** The form that was sent last, by its name; and what was refused of it. */
  sent: string | null;
  kept: FormFlash;
};

/** Plain forms, one a thing that an editor decides. No figure stands here: results wait for editors, too. */
export function PollAdministration({ slug, poll, sent, kept }: Props) {
  const refused = (form: string): FormFlash => (sent === form ? kept : null);
  return (
    <>
      <p dir="auto">{poll.question}</p>
      {sent !== null && kept === null && <Notice>{t.saved}</Notice>}
      <ClosingPart slug={slug} poll={poll} kept={refused("end")} />
      <section className={styles.part} aria-labelledby="statement">
        <h2 id="statement">{t.theAuthorsClosingStatement}</h2>
        <PollAdministrationForm
          slug={slug}
          form="statement"
          path="closing-statement"
          kept={refused("statement")}
        >
          <TextArea
            label={t.closingStatement}
            hint={t.inMarkdownAsInAComment}
            name="statement"
            defaultValue={refused("statement")?.fields.statement ?? poll.statement}
            problem={refused("statement")?.problems.statement}
          />
          <Button>{t.saveTheStatement}</Button>
        </PollAdministrationForm>
      </section>
      <p className={styles.part}>
        {rich(t.eachSidesReply, { link: (words) => <a href={`/articles/${slug}/replies`}>{words}</a> })}
      </p>
      <PinsPart slug={slug} poll={poll} refused={refused} />
      <PollWordingForm slug={slug} poll={poll} kept={refused("words")} />
    </>
  );
}

/** What a field for a moment takes: to the minute, without a zone. */
const inField = (at: string | null): string => at?.slice(0, 16) ?? "";

function ClosingPart({ slug, poll, kept }: Pick<Props, "slug" | "poll" | "kept">) {
  const { state, closesAt } = poll;
  if (state === "closed")
    return (
      <p>
        {rich(t.closedAClosedPollStaysClosed, {
          closesAt: closesAt !== null && say(t.onWhen, { when: moment(closesAt) }),
        })}
      </p>
    );
  return (
    <section className={styles.part} aria-labelledby="end">
      <h2 id="end">{t.whenItCloses}</h2>
      <PollAdministrationForm slug={slug} form="end" path="closing-time" kept={kept}>
        <MomentField
          label={t.closingTimeUtc}
          hint={hidesUntilClose(poll.resultsShown) ? t.resultsWaitForIt : t.emptyItStaysOpen}
          name="closes"
          defaultValue={kept?.fields.closes ?? inField(closesAt)}
          problem={kept?.problems.closes}
        />
        <Button>{t.saveTheClosingTime}</Button>
      </PollAdministrationForm>
      {state === "open" && (
        <PollAdministrationForm slug={slug} form="end" path="close" kept={null}>
          <Confirmation label={say(t.closeForGood, { fewestShown: FEWEST_SHOWN })} />
          <p>
            <Button>{t.closeThePollNow}</Button>
          </p>
        </PollAdministrationForm>
      )}
    </section>
  );
}

function PinsPart({
  slug,
  poll,
  refused,
}: Omit<Props, "sent" | "kept"> & { refused: (form: string) => FormFlash }) {
  return (
    <section className={styles.part} aria-labelledby="pins">
      <h2 id="pins">{t.theBestCaseForEachSide}</h2>
      <p className={styles.small}>{t.theOtherSideChooses}</p>
      {poll.options
        .filter(({ side }) => side)
        .map(({ key, label }) => {
          const pinned = poll.pins[key];
          const kept = refused(`case-${key}`);
          return (
            <PollAdministrationForm
              key={key}
              slug={slug}
              form={`case-${key}`}
              path={`cases/${key}`}
              kept={kept}
            >
              <Field
                label={say(t.forTheCommentsAddress, { label })}
                hint={t.toGetTheLinkOrLeaveEmpty}
                name="comment"
                defaultValue={kept?.fields.comment ?? (pinned === undefined ? "" : `/comments/${pinned}`)}
                problem={kept?.problems.comment}
              />
              <Button>{say(t.saveThePinFor, { label })}</Button>
            </PollAdministrationForm>
          );
        })}
    </section>
  );
}
