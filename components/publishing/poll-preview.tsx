import { PollCard } from "@/components/polls/poll-card";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { AskedPoll } from "@/domain/articles/schema";
import { NO_ANSWER_YET, type MyPoll, type PollView } from "@/domain/polls/poll";

/** The poll's card as a reader meets it who has not voted yet. It is inert, so what it asks is said once more to those who listen. */
export function PollPreview({ slug, poll }: { slug: string; poll: AskedPoll }) {
  const view = asOpened(poll);
  return (
    <>
      <VisuallyHidden>{[poll.question, ...poll.options.map(wordsOf)].join(" ")}</VisuallyHidden>
      <div inert>
        <PollCard slug={slug} poll={view} mine={newcomer(view.results)} />
      </div>
    </>
  );
}

const wordsOf = ({ label, sentence }: AskedPoll["options"][number]): string => `${label}. ${sentence}`;

function asOpened({ question, options, results, closes, detached, guessing, ...asked }: AskedPoll): PollView {
  return {
    ...{ question, options, version: 1, closingStatement: null, closingHtml: null },
    state: "open",
    resultsShown: results ?? "after_vote",
    opensAt: new Date().toISOString(),
    closesAt: closes?.toISOString() ?? null,
    detached: detached ?? false,
    guessing: guessing ?? false,
    confirmedBefore: asked.confirmed_before ?? false,
    results: { visible: false, reason: HIDDEN[results ?? "after_vote"] },
  };
}

/** Why nobody sees a result right after a poll has opened. */
const HIDDEN = { after_vote: "too-few", after_close: "until-close", always: "too-few" } as const;

const newcomer = (results: MyPoll["results"]): MyPoll => ({
  ...NO_ANSWER_YET,
  choice: null,
  results,
  guess: null,
  can: {
    vote: true,
    withdraw: false,
    ask: true,
    guess: false,
    tellSwitch: false,
    tellCloser: false,
    takeBack: false,
    run: false,
  },
});
