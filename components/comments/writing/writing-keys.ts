import { commandKey } from "@/client/shortcut-key";
import { applyEdit, selectedIn } from "./apply-edit";
import { WRITING_ACTIONS } from "./actions";

/** Ctrl or Cmd with Enter sends the form; with a letter it does what the button does that has it. */
export function onWritingKey(field: HTMLTextAreaElement, event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const key = commandKey(event);
  if (key === "Enter") {
    event.preventDefault();
    // A held key would send it again and again.
    if (!event.repeat) field.form?.requestSubmit();
    return;
  }
  const action = WRITING_ACTIONS.find((one) => one.key !== undefined && one.key === key);
  if (!action) return;
  event.preventDefault();
  if (event.repeat) return;
  applyEdit(field, action.edit(selectedIn(field)));
}
