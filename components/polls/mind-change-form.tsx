import { mindChangedByWordsPath, mindChangePath } from "@/components/comments/paths";
import type { FormFlash } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import type { CommentView } from "@/domain/comments/comment";
import { Notice } from "@/components/ui/notice";
import type { Candidate } from "@/domain/polls/debate/debate";
import type { MyPoll } from "@/domain/polls/poll";
import { MindChangeFields } from "./mind-change-fields";
import { QuotedComment } from "./quoted-comment";
import styles from "./debate.module.css";
import * as t from "#messages/polls";
import { rich } from "@/messages/rich";

type Props = {
  slug: string;
  mine: MyPoll;
  kept: FormFlash;
  quoted: CommentView | null;
  /** Words of the article that it was said of; empty without. */
  words: string;
  /** What it may have been. */
  candidates: Candidate[];
};

/**
 * Offered after a change of vote, never demanded: what changed your mind, and why. Without a change there is
 * "it moved me closer". A comment it was said of stands quoted in place of the field for its address.
 */
export function MindChangeForm({ slug, mine, kept, quoted, words, candidates }: Props) {
  if (!mine.can.tellSwitch && !mine.can.tellCloser)
    return (quoted !== null || words !== "") && !mine.can.takeBack ? (
      <NotYet mine={mine} quoted={quoted} words={words} />
    ) : null;
  const closer = !mine.can.tellSwitch;
  return (
    <section id="mind" className={styles.part} aria-labelledby="mind-title">
      <h2 id="mind-title">{closer ? t.didSomethingMoveYouCloser : t.whatChangedYourMind}</h2>
      <p className={styles.small}>{closer ? t.yourVoteStays : t.yourFirstChangeOfVoteCounts}</p>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <form method="post" action={`/api/v1/articles/${slug}/poll/mind-change`}>
        <input type="hidden" name="_method" value="put" />
        <input type="hidden" name="_return" value={`/articles/${slug}/vote#mind`} />
        {closer && <input type="hidden" name="closer" value="on" />}
        <MindChangeFields slug={slug} candidates={candidates} quoted={quoted} words={words} kept={kept} />
        <Button>{t.send}</Button>
      </form>
    </section>
  );
}

type SaidOf = { quoted: CommentView | null; words: string };

/** What somebody wants to say it of: a comment, or words of the article. */
const Named = ({ quoted, words }: SaidOf) =>
  quoted ? <QuotedComment quoted={quoted} /> : <blockquote dir="auto">{words}</blockquote>;

/** Of this, by somebody who has nothing to say of it yet: what comes first. */
function NotYet({ mine, ...named }: SaidOf & { mine: MyPoll }) {
  return (
    <section id="mind" className={styles.part} aria-labelledby="mind-title">
      <h2 id="mind-title">{t.whatChangedYourMind}</h2>
      <Named {...named} />
      <p>{mine.can.vote ? t.voteFirstThenSay : t.onlyVotersSay}</p>
    </section>
  );
}

/** The same for somebody who is not signed in: they come back to this. */
export function SignInToTell({ slug, ...named }: SaidOf & { slug: string }) {
  const { quoted, words } = named;
  const next = quoted ? mindChangePath(slug, quoted.id) : mindChangedByWordsPath(slug, words);
  return (
    <section id="mind" className={styles.part} aria-labelledby="mind-title">
      <h2 id="mind-title">{t.whatChangedYourMind}</h2>
      <Named {...named} />
      <p>
        {rich(t.signInToSayWhatChanged, {
          link: (said) => <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{said}</a>,
        })}
      </p>
    </section>
  );
}

/** For whoever has said something already. */
export function TakeBackForm({ slug }: { slug: string }) {
  return (
    <form method="post" action={`/api/v1/articles/${slug}/poll/mind-change`} id="mind">
      <input type="hidden" name="_method" value="delete" />
      <input type="hidden" name="_return" value={`/articles/${slug}/vote`} />
      <p>
        {t.youHaveSaidWhatChanged} <Button look="quiet">{t.undoWhatYouSaid}</Button>
      </p>
    </form>
  );
}
