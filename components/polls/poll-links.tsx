import { Apart } from "@/components/ui/apart";
import { writtenPath } from "@/domain/articles/drafts/draft";
import type { MyPoll, PollView } from "@/domain/polls/poll";
import { rich } from "@/messages/rich";
import styles from "./poll-card.module.css";
import * as t from "#messages/polls";

type Props = {
  slug: string;
  poll: PollView;
  mine: MyPoll | null;
  /** On the poll's own page, which then is no link's aim. */
  here: boolean;
};

/** From the poll to one's own page of it, or to how opinion moved once that is shown; the record at the close, the controls for editors. */
export function PollLinks({ slug, poll, mine, here }: Props) {
  const shown = (mine?.results ?? poll.results).visible;
  const path = `/articles/${slug}`;
  return (
    <p className={here ? styles.links : `${styles.links} ${styles.kept}`}>
      <Apart>
        {shown && <a href={`${path}/vote#flows`}>{t.howOpinionMoved}</a>}
        {!shown && poll.state === "open" && !poll.detached && (
          <span className={styles.soon}>{t.opinionWillAppear}</span>
        )}
        {!shown && !here && <OwnPage path={`${path}/vote`} mine={mine} />}
        {poll.state === "closed" && <a href={`${path}/record`}>{t.readTheRecord}</a>}
        {mine?.can.run && <a href={`${path}/poll`}>{t.manageThePoll}</a>}
        {mine?.can.run && <a href={writtenPath(slug)}>{t.editTheArticle}</a>}
      </Apart>
    </p>
  );
}

/** What the poll's own page has besides this card. Drawn for nobody, the card cannot say whether its reader has voted: that page can. */
function OwnPage({ path, mine }: { path: string; mine: MyPoll | null }) {
  if (mine === null)
    return <span>{rich(t.votedAlready, { link: (words) => <a href={path}>{words}</a> })}</span>;
  if (mine.can.takeBack) return <a href={`${path}#mind`}>{t.whatYouSaidChanged}</a>;
  return mine.can.tellCloser ? <a href={`${path}#mind`}>{t.didSomethingMoveYouCloser}</a> : null;
}
