import type { Problem } from "@/client/api";
import { Notice } from "@/components/ui/notice";

/** As much of a refusal as its writer is shown. */
export type ShownProblem = Pick<Problem, "status" | "detail">;

const SIGNED_OUT = 401;

/** Why it was not posted. Somebody who is signed out finds the way in beside it, and comes back to their words. */
export function ProblemNotice({ problem, back }: { problem: ShownProblem | null; back: string }) {
  if (!problem) return null;
  if (problem.status !== SIGNED_OUT) return <Notice kind="problem">{problem.detail}</Notice>;
  return (
    <Notice kind="problem">
      You are not signed in any more, or not yet. What you wrote is kept in this browser.{" "}
      <a href={`/sign-in?${new URLSearchParams({ next: back }).toString()}`}>Sign in and come back to it</a>
    </Notice>
  );
}
