import { Button } from "@/components/ui/button";
import type { FormFlash } from "@/components/ui/form-flash";
import { Field, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { AdministeredPoll } from "@/domain/polls/administration/administration";
import { PollWordingForm } from "./poll-wording-form";
import { PollAdministrationForm } from "./poll-administration-form";
import { moment } from "./sentences";
import styles from "./debate.module.css";

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
      {sent !== null && kept === null && <Notice>That is done.</Notice>}
      <ClosingPart slug={slug} poll={poll} kept={refused("end")} />
      <section className={styles.part} aria-labelledby="statement">
        <h2 id="statement">The author’s closing statement</h2>
        <PollAdministrationForm
          slug={slug}
          form="statement"
          path="closing-statement"
          kept={refused("statement")}
        >
          <TextArea
            label="The last word"
            hint="In Markdown, as in a comment. Readers see it beside the result once the poll is closed, and in the record."
            name="statement"
            maxLength={2000}
            defaultValue={refused("statement")?.fields.statement ?? poll.statement}
            problem={refused("statement")?.problems.statement}
          />
          <Button>Save the statement</Button>
        </PollAdministrationForm>
      </section>
      <p>
        <a href={`/articles/${slug}/replies`}>Each side’s reply</a>: what waits to stand in the record.
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
    return <p>Closed{closesAt !== null && ` on ${moment(closesAt)}`}; a closed poll stays closed.</p>;
  return (
    <section className={styles.part} aria-labelledby="end">
      <h2 id="end">When it closes</h2>
      <PollAdministrationForm slug={slug} form="end" path="closing-time" kept={kept}>
        <Field
          label="Closing time (UTC)"
          hint={poll.resultsShown === "after_close" ? "Results wait for it." : "Empty: it stays open."}
          name="closes"
          type="datetime-local"
          defaultValue={kept?.fields.closes ?? inField(closesAt)}
          problem={kept?.problems.closes}
        />
        <Button>Save the closing time</Button>
      </PollAdministrationForm>
      {state === "open" && (
        <PollAdministrationForm slug={slug} form="end" path="close" kept={null}>
          <p>
            <Button>Close the poll now</Button>
          </p>
          <p className={styles.small}>That cannot be undone. Results are then shown to everyone.</p>
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
      <h2 id="pins">The best case for each side</h2>
      <p className={styles.small}>
        The other side chooses it. A comment you pin stands before that, labelled as an editor’s choice; its
        author must show that side.
      </p>
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
                label={`For “${label}”: the comment’s address`}
                hint="Its time is the link: copy that. Empty: nothing is pinned."
                name="comment"
                defaultValue={kept?.fields.comment ?? (pinned === undefined ? "" : `/comments/${pinned}`)}
                problem={kept?.problems.comment}
              />
              <Button>Save the pin for “{label}”</Button>
            </PollAdministrationForm>
          );
        })}
    </section>
  );
}
