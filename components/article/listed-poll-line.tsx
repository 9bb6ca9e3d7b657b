import { Swatch } from "@/components/figures/legend";
import { patternFill } from "@/components/figures/patterns";
import { percent, roundingSentence } from "@/domain/polls/percent";
import { ShareBar } from "@/components/polls/share-bar";
import { sideTones } from "@/components/polls/side-tones";
import { Apart } from "@/components/ui/apart";
import type { ListedOption, ListedPoll } from "@/domain/polls/poll";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import styles from "./article-listed.module.css";
import * as t from "#messages/articles";
import { labelWithShare } from "#messages/figures";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

/** What an article asks, whether one can still answer, and how many have. */
export function ListedPollLine({ slug, poll }: { slug: string; poll: ListedPoll | null }) {
  if (!poll)
    return (
      <MetaLine>
        <span>{t.noPoll}</span>
      </MetaLine>
    );
  return (
    <>
      <p className={styles.question} dir="auto">
        {poll.question}
      </p>
      {poll.options !== null && poll.votes !== null && poll.votes > 0 && (
        <ListedResult id={`result-${slug}`} options={poll.options} votes={poll.votes} />
      )}
      <MetaLine>
        <span>{stateOf(poll)}</span>
        {poll.votes !== null && <span>{say(t.countVotes, { count: poll.votes })}</span>}
        {poll.state === "closed" && <a href={`/articles/${slug}/record`}>{t.readTheRecord}</a>}
      </MetaLine>
    </>
  );
}

/** What everybody may see of it, at a glance: a bar, and its answers in the same order. */
function ListedResult({ id, options, votes }: { id: string; options: ListedOption[]; votes: number }) {
  const tones = sideTones(options);
  const shares = options.map(({ key, label, votes: own }, place) => ({
    key,
    label,
    share: own / votes,
    tone: tones[place] ?? "none",
  }));
  const rounding = roundingSentence(shares.map(({ share }) => share));
  return (
    <>
      <ShareBar id={id} shares={shares} slim />
      <p className={styles.shares} aria-hidden="true">
        <Apart>
          {shares.map(({ key, label, share, tone }) => (
            <span key={key}>
              <Swatch fill={patternFill(id, tone)} />
              <bdi>{say(labelWithShare, { label, share: percent(share) })}</bdi>
            </span>
          ))}
        </Apart>
      </p>
      {rounding !== "" && <p className={styles.shares}>{rounding}</p>}
    </>
  );
}

function stateOf({ state, opensAt, closesAt }: ListedPoll) {
  if (state === "upcoming") return rich(t.pollOpens, { when: <Time at={opensAt} /> });
  if (closesAt === null) return t.pollOpen;
  return rich(state === "open" ? t.pollOpenUntil : t.pollClosed, { when: <Time at={closesAt} /> });
}
