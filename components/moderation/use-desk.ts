import { useEffect, useReducer, useRef } from "react";
import { decide, undo, type Deciding } from "@/client/moderation";
import type { CommentState } from "@/domain/comments/comment";
import type { CommentAction, LastDecision } from "@/domain/moderation/decisions/decision";
import type { DeskItem } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { deskOf, deskReducer, itemOf, neighbour, nextOpen, openItems, type Outcome } from "./desk-state";
import { decided, NEEDS_RULE } from "./sentences";
import { useClaims } from "./use-claims";
import { usePagination } from "./use-pagination";
import * as t from "#messages/desk";

export type Me = { handle: string; name: string };
export type Desk = ReturnType<typeof useDesk>;

/** What was below moves up when one decides: a second press so soon was meant for what stood there before. Milliseconds. */
const SLID_WITHIN = 600;
/** With so many left the next page is asked for. */
const READ_ON_AT = 5;

/** The list a moderator works through: its state, and what can be done with it. `more` is the address of the next page, if any. */
export function useDesk(first: DeskItem[], rules: HouseRule[], me: Me, more: string | null) {
  const [state, dispatch] = useReducer(deskReducer, first, deskOf);
  const decidedAt = useRef(0);
  const rest = usePagination(more, (items) => dispatch({ type: "appended", items }));
  const outcomeOf = (last: LastDecision): Outcome => ({
    sentence: decided(last, me.handle, rules),
    undo: last.id,
  });
  const { news, recount } = useClaims(openItems(state), state.current, (standing) =>
    dispatch({ type: "standing-heard", standing, outcome: standing.last && outcomeOf(standing.last) }),
  );
  useFocusOnMove(state);

  async function step(by: 1 | -1) {
    const next = neighbour(state, by) ?? (await rest.read())[0] ?? state.items.at(-1);
    if (next) dispatch({ type: "moved", id: next.id });
  }

  async function act(item: DeskItem, action: CommentAction, ground: string, explanation: string) {
    const { id, comment } = item;
    if (!comment || state.busy.has(id)) return;
    if (NEEDS_RULE.includes(action) && ground === "") {
      dispatch({
        type: "reasons-opened",
        id,
        action,
        problem: t.pleaseChooseTheHouseRule,
      });
      return;
    }
    dispatch({ type: "sent", id });
    const told = await decide(wishOf(item, comment, action, ground, explanation));
    if (!told.ok) {
      dispatch({ type: "refused", id, problem: told.problem.detail });
      return;
    }
    dispatch({
      type: "decided",
      id,
      outcome: outcomeOf(decisionBy(me, told.body.decision, action, ground === "" ? null : ground, comment)),
    });
    decidedAt.current = Date.now();
    void recount(comment.id);
    const next = nextOpen(state, id) ?? (await rest.read())[0] ?? item;
    dispatch({ type: "moved", id: next.id });
    // The next page comes while the last of this one are looked at.
    if (openItems(state).length <= READ_ON_AT) void rest.read();
  }

  /** By its button, which is where the pointer is. */
  function press(...[item, ...wish]: Parameters<typeof act>) {
    if (Date.now() - decidedAt.current > SLID_WITHIN) void act(item, ...wish);
  }

  async function takeBack({ id, comment }: DeskItem, decision: string) {
    const told = await undo(decision);
    if (!told.ok) {
      dispatch({ type: "refused", id, problem: told.problem.detail });
      return;
    }
    const last = decisionBy(me, told.body.decision, "undo", null, comment);
    dispatch({ type: "undone", id, last, state: told.body.state });
    if (comment) void recount(comment.id);
    dispatch({ type: "moved", id });
  }

  return {
    state,
    dispatch,
    news,
    more: rest.more,
    current: itemOf(state, state.current),
    step,
    act,
    press,
    takeBack,
  };
}

/** Once drawn: what was decided above has become a line, and everything below has moved up. */
function useFocusOnMove({ moves, current, reasons }: ReturnType<typeof deskOf>) {
  useEffect(() => {
    const element = moves > 0 && current !== null ? document.getElementById(`item-${current}`) : null;
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  }, [moves, current, reasons]);
}

const wishOf = (
  item: DeskItem,
  comment: { id: string; revision: number },
  action: CommentAction,
  ground: string,
  explanation: string,
): Deciding => ({
  action,
  comment: comment.id,
  revision: comment.revision,
  ...(item.last && { seen: item.last.id }),
  ...(ground !== "" && NEEDS_RULE.includes(action) && { ground }),
  ...(explanation !== "" && { explanation }),
});

/** A decision made at this screen, as the server would tell it. */
const decisionBy = (
  me: Me,
  id: string,
  action: LastDecision["action"],
  ground: string | null,
  about: { revision: number; state: CommentState } | null,
): LastDecision => ({
  id,
  action,
  at: new Date().toISOString(),
  revision: about?.revision ?? null,
  ground,
  before: about?.state ?? null,
  after: null,
  undoes: null,
  bulk: null,
  moderator: { ...me, role: "moderator" },
});
