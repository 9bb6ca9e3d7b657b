import { METHODS_PAGE } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";

/** What the page about one's vote says besides: who may vote, and where to sign in. */
export function PollNotes({ poll, signedIn, slug }: { poll: PollView; signedIn: boolean; slug: string }) {
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
    </>
  );
}
