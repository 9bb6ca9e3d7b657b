import type { Edit, Selected } from "./markdown-edit";

export const selectedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Selected => ({
  text: value,
  from: selectionStart,
  to: selectionEnd,
});

/** Changes the field as if it had been typed, so that the browser can undo it and everybody who listens hears of it. */
export function applyEdit(
  field: HTMLTextAreaElement,
  { from, to, insert, selectFrom, selectTo }: Edit,
): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Nothing else keeps what one did before within reach of Ctrl+Z.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isTyped = document.execCommand(insert === "" ? "delete" : "insertText", false, insert);
  if (!isTyped) {
    field.setRangeText(insert, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.setSelectionRange(selectFrom, selectTo);
}
