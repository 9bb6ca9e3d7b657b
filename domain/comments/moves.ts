import type { CommentState } from "./comment";
import { TRANSITIONS, type DecisionDeed, type Deed } from "./transitions";

/** The states a deed leads to from a state; none where it cannot be done. */
export const statesAfter = (deed: Deed, from: CommentState | null): CommentState[] =>
  TRANSITIONS.filter((one) => one.deed === deed && one.from === from).map(({ to }) => to);

export const canBe = (deed: Deed, from: CommentState | null): boolean => statesAfter(deed, from).length > 0;

/** A comment as a decision finds it. `takenBack`: its author has withdrawn it, whatever was decided since. */
export type Visibility = { state: CommentState; takenBack: boolean };

/** Where a decision leads; null where it cannot be taken. What its author has taken back does not become public. */
export function decisionLeadsTo(
  deed: Exclude<DecisionDeed, "undo">,
  { state, takenBack }: Visibility,
): CommentState | null {
  const states = statesAfter(deed, state).filter((after) => after !== "visible" || !takenBack);
  return states[0] ?? null;
}
