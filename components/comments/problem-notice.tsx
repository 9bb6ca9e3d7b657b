import type { Problem } from "@/client/api";
import { Notice } from "@/components/ui/notice";
import * as t from "#messages/comments";
import { rich } from "@/messages/rich";

/** As much of a refusal as its writer is shown. */
export type ShownProblem = Pick<Problem, "status" | "detail">;

const SIGNED_OUT = 401;

/** Why it was not posted. Somebody who is signed out finds the way in beside it, and comes back to their words. */
export function ProblemNotice({ problem, back }: { problem: ShownProblem | null; back: string }) {
  if (!problem) return null;
  if (problem.status !== SIGNED_OUT) return <Notice kind="problem">{problem.detail}</Notice>;
  return (
    <Notice kind="problem">
      {rich(t.youAreNotSigned, {
        link: (words) => <a href={`/sign-in?${new URLSearchParams({ next: back }).toString()}`}>{words}</a>,
      })}
    </Notice>
  );
}
