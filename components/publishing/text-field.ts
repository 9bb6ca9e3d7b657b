import { formOf } from "./watch-form";

/** The text of the form that something stands in. */
export function textFieldOf(place: HTMLElement | null): HTMLTextAreaElement | null {
  const field = formOf(place)?.elements.namedItem("body");
  return field instanceof HTMLTextAreaElement ? field : null;
}

/** Leads to a line of it, from 1, and selects that, so that it is seen where it stands. */
export function goToLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split("\n");
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  // Focus at a caret brings it into view; a selection alone does not in every browser.
  field.setSelectionRange(from, from);
  field.blur();
  field.focus();
  field.setSelectionRange(from, from + (lines[line - 1] ?? "").length);
}
