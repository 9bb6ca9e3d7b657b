import type { ListedPoll } from "@/domain/polls/poll";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import styles from "./article-listed.module.css";
import * as t from "#messages/articles";
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
      <MetaLine>
        <span>{stateOf(poll)}</span>
        {poll.votes !== null && <span>{say(t.countVotes, { count: poll.votes })}</span>}
        {poll.state === "closed" && <a href={`/articles/${slug}/record`}>{t.readTheRecord}</a>}
      </MetaLine>
    </>
  );
}

function stateOf({ state, opensAt, closesAt }: ListedPoll) {
  if (state === "upcoming") return rich(t.pollOpens, { when: <Time at={opensAt} /> });
  if (closesAt === null) return t.pollOpen;
  return rich(state === "open" ? t.pollOpenUntil : t.pollClosed, { when: <Time at={closesAt} /> });
}
