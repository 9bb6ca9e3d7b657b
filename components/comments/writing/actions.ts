import { linked, toggleMark, togglePrefix, type Edit, type Selected } from "./markdown-edit";
import * as t from "#messages/writing";

/** What a button of the toolbar does; `key` does the same with Ctrl or Cmd. */
export type WritingAction = { label: string; key?: string; edit: (selected: Selected) => Edit };

export const WRITING_ACTIONS: readonly WritingAction[] = [
  { label: t.bold, key: "b", edit: (selected) => toggleMark(selected, "**") },
  { label: t.italic, key: "i", edit: (selected) => toggleMark(selected, "*") },
  { label: t.link, key: "k", edit: (selected) => linked(selected) },
  { label: t.quote, edit: (selected) => togglePrefix(selected, "> ") },
  { label: t.list, edit: (selected) => togglePrefix(selected, "- ") },
  { label: t.code, edit: (selected) => toggleMark(selected, "`") },
];
