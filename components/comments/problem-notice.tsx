import type { ReactNode } from "react";
import type { Problem } from "@/client/api";
import { Notice } from "@/components/ui/notice";
import * as t from "#messages/comments";

/** As much of a refusal as its writer is shown. */
export type ShownProblem = Pick<Problem, "status" | "detail">;

export const SIGNED_OUT = 401;

type Props = { problem: ShownProblem | null; way: () => ReactNode };

/** Why it was not posted. Somebody who is signed out finds the `way` in beside it. */
export function ProblemNotice({ problem, way }: Props) {
  if (!problem) return null;
  if (problem.status !== SIGNED_OUT) return <Notice kind="problem">{problem.detail}</Notice>;
  return (
    <Notice kind="problem">
      {t.youAreNotSigned} {way()}
    </Notice>
  );
}
