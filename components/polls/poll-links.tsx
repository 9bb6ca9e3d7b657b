import type { MyPoll, PollView } from "@/domain/polls/poll";
import styles from "./poll-card.module.css";
import * as t from "#messages/polls";

type Props = { slug: string; poll: PollView; mine: MyPoll | null };

/** From the poll to what came of it: how opinion moved once that is shown, the record at the close, the controls for editors. */
export function PollLinks({ slug, poll, mine }: Props) {
  const shown = (mine?.results ?? poll.results).visible;
  const path = `/articles/${slug}`;
  return (
    <p className={styles.links}>
      {shown ? (
        <a href={`${path}/vote#flows`}>{t.howOpinionMoved}</a>
      ) : (
        <a href={`${path}/vote`}>{mine?.voted ? t.yourVoteHere : t.moreAboutThisPoll}</a>
      )}
      {poll.state === "closed" && <a href={`${path}/record`}>{t.readTheRecord}</a>}
      {mine?.can.run && <a href={`${path}/poll`}>{t.manageThePoll}</a>}
    </p>
  );
}
