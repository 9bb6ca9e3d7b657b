import type { CommentState } from "@/domain/comments/comment";
import type { CommentAction, LastDecision } from "@/domain/moderation/decisions/decision";
import type { DeskItem, StandingDecision } from "@/domain/moderation/queue/queue";
import type { Sanctioning } from "./sanction-dialog";

/** What became of an item while it was on the screen. `undo` is the decision that can be taken back. */
export type Outcome = { sentence: string; undo: string | null };

/** What a moderator's screen knows beyond what the server drew. Items, outcomes and problems go by the item's id. */
export type DeskState = {
  items: readonly DeskItem[];
  outcomes: Readonly<Record<string, Outcome>>;
  problems: Readonly<Record<string, string>>;
  /** Items whose decision is on its way. */
  busy: ReadonlySet<string>;
  current: string | null;
  /** How often the list moved to an item by itself: each time that item gets the focus. */
  moves: number;
  /** The item whose house rules are open, and what choosing one of them decides. */
  reasons: { id: string; action: CommentAction } | null;
  /** Comments selected to be decided about together. */
  picked: ReadonlySet<string>;
  /** Items decided at this screen, the latest last. */
  made: readonly string[];
  dialog: { kind: "help" } | { kind: "sanction"; wish: Sanctioning } | null;
};

export type DeskEvent =
  | { type: "appended"; items: DeskItem[] }
  | { type: "focused"; id: string }
  | { type: "moved"; id: string }
  | { type: "picked"; comment: string; on: boolean }
  | { type: "reasons-opened"; id: string; action: CommentAction; problem?: string }
  | { type: "reasons-toggled"; id: string; open: boolean }
  | { type: "reasons-closed" }
  | { type: "sent"; id: string }
  | { type: "refused"; id: string; problem: string }
  | { type: "decided"; id: string; outcome: Outcome }
  | { type: "undone"; id: string; last: LastDecision; state: CommentState }
  | { type: "standing-heard"; standing: StandingDecision; outcome: Outcome | null }
  | { type: "dialog-opened"; dialog: NonNullable<DeskState["dialog"]> }
  | { type: "dialog-closed" };

export const deskOf = (items: DeskItem[]): DeskState => ({
  items,
  outcomes: {},
  problems: {},
  busy: new Set(),
  current: null,
  moves: 0,
  reasons: null,
  picked: new Set(),
  made: [],
  dialog: null,
});

export function deskReducer(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case "appended":
      return { ...state, items: [...state.items, ...event.items.filter(({ id }) => !itemOf(state, id))] };
    case "focused":
      return { ...state, current: event.id };
    case "moved":
      return { ...state, current: event.id, moves: state.moves + 1 };
    case "picked":
      return {
        ...state,
        picked: event.on ? including(state.picked, event.comment) : without(state.picked, event.comment),
      };
    case "reasons-opened":
      return {
        ...state,
        reasons: { id: event.id, action: event.action },
        ...(event.problem !== undefined && { problems: { ...state.problems, [event.id]: event.problem } }),
      };
    case "reasons-toggled":
      return { ...state, reasons: toggled(state.reasons, event.id, event.open) };
    case "reasons-closed":
      return { ...state, reasons: null };
    case "sent":
      return { ...state, busy: including(state.busy, event.id) };
    case "refused":
      return {
        ...state,
        busy: without(state.busy, event.id),
        problems: { ...state.problems, [event.id]: event.problem },
      };
    case "decided":
      return {
        ...state,
        busy: without(state.busy, event.id),
        outcomes: { ...state.outcomes, [event.id]: event.outcome },
        made: [...state.made.filter((id) => id !== event.id), event.id],
        problems: omit(state.problems, event.id),
        reasons: null,
      };
    case "undone":
      return {
        ...state,
        outcomes: omit(state.outcomes, event.id),
        made: state.made.filter((id) => id !== event.id),
        items: withItem(state.items, event.id, (item) =>
          item.comment
            ? { ...item, last: event.last, comment: { ...item.comment, state: event.state } }
            : item,
        ),
      };
    case "standing-heard":
      return afterHearing(state, event.standing, event.outcome);
    case "dialog-opened":
      return { ...state, dialog: event.dialog };
    case "dialog-closed":
      return { ...state, dialog: null };
  }
}

export const itemOf = ({ items }: DeskState, id: string | null): DeskItem | undefined =>
  items.find((item) => item.id === id);

/** What taking back is about: the decision one stands on, be it another's, else the last one made here. */
export function undoable(state: DeskState): { item: DeskItem; decision: string } | null {
  for (const id of [state.current, state.made.at(-1) ?? null]) {
    const item = itemOf(state, id);
    const decision = item && state.outcomes[item.id]?.undo;
    if (item && decision) return { item, decision };
  }
  return null;
}

/** Those that nobody has decided, in the order of the list. */
export const openItems = ({ items, outcomes }: DeskState): DeskItem[] =>
  items.filter(({ id }) => !outcomes[id]);

/** The next that nobody has decided, from here on and then from the top. */
export function nextOpen({ items, outcomes }: DeskState, from: string): DeskItem | undefined {
  const at = items.findIndex(({ id }) => id === from);
  return [...items.slice(at + 1), ...items.slice(0, at)].find(({ id }) => !outcomes[id]);
}

/** The item one step from the current one; the first where there is none, and undefined beyond the last. */
export function neighbour({ items, current }: DeskState, by: 1 | -1): DeskItem | undefined {
  const at = items.findIndex(({ id }) => id === current);
  return items[at < 0 ? 0 : Math.max(at + by, 0)];
}

/** Another moderator decided, or looks at it, or looks away. What is on its way from here is not contradicted. */
function afterHearing(
  state: DeskState,
  { id, last, claim }: StandingDecision,
  outcome: Outcome | null,
): DeskState {
  const item = itemOf(state, id);
  if (!item || state.busy.has(id)) return state;
  if (outcome && last && last.id !== item.last?.id)
    return { ...state, outcomes: { ...state.outcomes, [id]: outcome } };
  if (item.claim?.by === claim?.by && item.claim?.mine === claim?.mine) return state;
  return { ...state, items: withItem(state.items, id, (one) => ({ ...one, claim })) };
}

function toggled(reasons: DeskState["reasons"], id: string, open: boolean): DeskState["reasons"] {
  if (open) return reasons?.id === id ? reasons : { id, action: "reject" };
  return reasons?.id === id ? null : reasons;
}

const withItem = (items: readonly DeskItem[], id: string, change: (item: DeskItem) => DeskItem): DeskItem[] =>
  items.map((item) => (item.id === id ? change(item) : item));

const including = (all: ReadonlySet<string>, one: string): ReadonlySet<string> => new Set(all).add(one);
const without = (all: ReadonlySet<string>, one: string): ReadonlySet<string> =>
  new Set([...all].filter((other) => other !== one));

const omit = <T>(all: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== key));
