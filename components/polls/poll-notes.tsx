import { METHODS_PAGE } from "@/domain/polls/methods";
import type { MyPoll, PollView } from "@/domain/polls/poll";

type Props = { poll: PollView; signedIn: boolean; mine: MyPoll; slug: string };

/** What the page about one's vote says besides: who may vote, and where to sign in. */
export function PollNotes({ poll, signedIn, mine, slug }: Props) {
  return (
    <>
      {!signedIn && (
        <p>
          <a href={`/sign-in?next=/articles/${slug}/vote`}>Sign in</a> to vote, or to see what you voted.
        </p>
      )}
      {poll.version > 1 && (
        <p>This is version {poll.version} of the question; votes given to an earlier wording were kept.</p>
      )}
      <p>
        <a href={METHODS_PAGE}>How figures are made</a> and how your vote stays secret.
      </p>
      {mine.can.run && (
        <p>
          <a href={`/articles/${slug}/poll`}>Run this poll</a>: close it, conclude it, reword it.
        </p>
      )}
    </>
  );
}
