import type { HouseRule } from "@/domain/moderation/rules/rules";
import { undoable } from "./desk-state";
import { actionsOn } from "./sentences";
import type { Desk } from "./use-desk";
import { useKeyboardShortcuts } from "./use-keyboard-shortcuts";

/** What each key does with the current item. */
export function useDeskShortcuts(
  { state, dispatch, current: item, step, act, takeBack }: Desk,
  rules: HouseRule[],
): void {
  const outcome = item && state.outcomes[item.id];
  const actions = item?.comment && !outcome ? actionsOn(item.comment.state) : [];
  useKeyboardShortcuts({
    disabled: state.dialog !== null,
    step: (by) => void step(by),
    // Nothing is decided that one is not at: the first key leads there.
    approve: () => {
      if (!item) void step(1);
      const [kindest] = actions;
      if (item && kindest) void act(item, kindest, "", "");
    },
    askReason: (action) => {
      if (!item) void step(1);
      if (item && actions.includes(action)) dispatch({ type: "reasons-opened", id: item.id, action });
    },
    reason: (nth) => {
      const rule = rules[nth - 1];
      if (item && rule && state.reasons?.id === item.id)
        void act(item, state.reasons.action, rule.key, explanationOf(item.id));
    },
    undo: () => {
      const last = undoable(state);
      if (last) void takeBack(last.item, last.decision);
    },
    sanction: (kind) => {
      if (item?.author && item.can.sanction)
        dispatch({
          type: "dialog-opened",
          dialog: { kind: "sanction", wish: { kind, author: item.author } },
        });
    },
    thread: () => {
      if (item?.comment) window.open(`/comments/${item.comment.id}`, "_blank", "noopener");
    },
    pick: () => {
      const comment = item?.comment?.id;
      if (comment !== undefined) dispatch({ type: "picked", comment, on: !state.picked.has(comment) });
    },
    close: () => dispatch({ type: "reasons-closed" }),
    help: () => dispatch({ type: "dialog-opened", dialog: { kind: "help" } }),
  });
}

/** What was typed to the author before a digit was pressed. */
function explanationOf(id: string): string {
  const area = document.getElementById(`item-${id}`)?.querySelector("textarea[name=explanation]");
  return area instanceof HTMLTextAreaElement ? area.value : "";
}
