import { WRITING_ACTIONS, type WritingAction } from "@/components/comments/writing/actions";
import { togglePrefix, type Edit, type Selected } from "@/components/comments/writing/markdown-edit";
import * as t from "#messages/publishing";

/** What the toolbar of an article has besides that of a comment. */
export const ARTICLE_ACTIONS: readonly WritingAction[] = [
  { label: t.heading, edit: (selected) => togglePrefix(selected, "## ") },
  ...WRITING_ACTIONS,
  { label: t.footnote, edit: footnote },
  { label: t.table, edit: table },
];

/**
 * A note at the caret with the next number that is free, and its text at the end, where the caret goes. What readers see is numbered by
 * where it stands.
 */
export function footnote({ text, to }: Selected): Edit {
  const taken = Array.from(text.matchAll(/\[\^(\d+)\]/g), ([, number]) => Number(number));
  const mark = `[^${Math.max(0, ...taken) + 1}]`;
  const after = text.slice(to).trimEnd();
  const gap = /^\[\^[^\]]+\]:.*$/.test(lastLine(text.slice(0, to) + after)) ? "\n" : "\n\n";
  const insert = `${mark}${after}${gap}${mark}: `;
  return { from: to, to: text.length, insert, selectFrom: to + insert.length, selectTo: to + insert.length };
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf("\n") + 1);

/** A table of two columns in a paragraph of its own, its first heading selected. */
export function table({ text, from, to }: Selected): Edit {
  const above = text.slice(0, from);
  const before = above === "" || above.endsWith("\n\n") ? "" : above.endsWith("\n") ? "\n" : "\n\n";
  const after = text.slice(to).startsWith("\n") ? "\n" : "\n\n";
  const insert = `${before}| ${t.column} | ${t.column} |\n| --- | --- |\n|  |  |${after}`;
  const selectFrom = from + before.length + 2;
  return { from, to, insert, selectFrom, selectTo: selectFrom + t.column.length };
}
