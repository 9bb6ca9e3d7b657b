import { METHODS_PAGE } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import styles from "./debate.module.css";
import * as t from "#messages/polls";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props = {
  poll: PollView;
  signedIn: boolean;
  /** Their address is to be confirmed before they can vote. */
  unproven: boolean;
  /** Reads what each side replied before it stands in the record. */
  judges: boolean;
  slug: string;
};

/** What the page about one's vote says besides: who may vote, and where to sign in. */
export function PollNotes({ poll, signedIn, unproven, judges, slug }: Props) {
  return (
    <div className={styles.notes}>
      {!signedIn && (
        <p>
          {rich(poll.state === "closed" ? t.signInToSeeYourVote : t.signInToVote, {
            link: (words) => <a href={`/sign-in?next=/articles/${slug}/vote`}>{words}</a>,
          })}
        </p>
      )}
      {unproven && (
        <p>
          {rich(t.confirmYourAddressToVote, {
            link: (words) => <a href={`/confirm-address?next=/articles/${slug}/vote`}>{words}</a>,
          })}
        </p>
      )}
      {poll.version > 1 && <p>{say(t.thisIsVersionOfTheQuestion, { version: poll.version })}</p>}
      <p>{rich(t.howFiguresAreMadeAndHow, { link: (words) => <a href={METHODS_PAGE}>{words}</a> })}</p>
      {judges && (
        <p>
          <a href={`/articles/${slug}/replies`}>{t.eachSidesReplyHere}</a>
        </p>
      )}
    </div>
  );
}
