import { METHODS_PAGE } from "@/domain/polls/methods";
import type { MyPoll, PollView } from "@/domain/polls/poll";
import * as t from "#messages/polls";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props = { poll: PollView; signedIn: boolean; mine: MyPoll; slug: string };

/** What the page about one's vote says besides: who may vote, and where to sign in. */
export function PollNotes({ poll, signedIn, mine, slug }: Props) {
  return (
    <>
      {!signedIn && (
        <p>
          {rich(t.signInToVote, {
            link: (words) => <a href={`/sign-in?next=/articles/${slug}/vote`}>{words}</a>,
          })}
        </p>
      )}
      {poll.version > 1 && <p>{say(t.thisIsVersionOfTheQuestion, { version: poll.version })}</p>}
      <p>{rich(t.howFiguresAreMadeAndHow, { link: (words) => <a href={METHODS_PAGE}>{words}</a> })}</p>
      {mine.can.run && (
        <p>{rich(t.runThisPoll, { link: (words) => <a href={`/articles/${slug}/poll`}>{words}</a> })}</p>
      )}
    </>
  );
}
