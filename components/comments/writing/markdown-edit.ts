/** A text and what is selected in it, in UTF-16 units; nothing selected is a caret. */
export type Selected = { text: string; from: number; to: number };

/** Put `insert` in the place of what lies between `from` and `to`, and select from `selectFrom` to `selectTo`. */
export type Edit = { from: number; to: number; insert: string; selectFrom: number; selectTo: number };

/** Sets marks round the selection, or takes them away where they are; a caret is left between them. */
export function toggleMark({ text, from, to }: Selected, mark: string): Edit {
  const width = mark.length;
  const inner = text.slice(from, to);
  const isInside = inner.length >= 2 * width && isMarked(inner, mark);
  if (isInside) return replaced(from, to, inner.slice(width, -width));
  if (isMarked(text.slice(from - width, to + width), mark) && from >= width)
    return replaced(from - width, to + width, inner);
  // A mark beside a blank marks nothing.
  const lead = /^\s*/.exec(inner)?.[0].length ?? 0;
  const words = inner.trim();
  const start = words === "" ? from : from + lead;
  return {
    from: start,
    to: start + words.length,
    insert: mark + words + mark,
    selectFrom: start + width,
    selectTo: start + width + words.length,
  };
}

/** `**` is no `*` twice: one star does not stand beside another. */
const isMarked = (text: string, mark: string): boolean =>
  text.startsWith(mark) &&
  text.endsWith(mark) &&
  text.length >= 2 * mark.length &&
  (mark !== "*" || (leading(text) !== 2 && leading(text) > 0));

const leading = (text: string): number => /^\**/.exec(text)?.[0].length ?? 0;

const replaced = (from: number, to: number, insert: string): Edit => ({
  from,
  to,
  insert,
  selectFrom: from,
  selectTo: from + insert.length,
});

/** The selection as the words of a link; the caret goes to where the address belongs, or behind an address that is known. */
export function linked({ text, from, to }: Selected, address = ""): Edit {
  const words = text.slice(from, to).replace(/[[\]]/g, "\\$&");
  const insert = `[${words}](${address})`;
  const caret = words === "" ? from + 1 : from + insert.length - (address === "" ? 1 : 0);
  return { from, to, insert, selectFrom: caret, selectTo: caret };
}

/** Begins every line of the selection with these signs, or takes them away where all have them. */
export function togglePrefix({ text, from, to }: Selected, prefix: string): Edit {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const found = text.indexOf("\n", to);
  const end = found === -1 ? text.length : found;
  const lines = text.slice(start, end).split("\n");
  const isOn = lines.every((line) => line.startsWith(prefix));
  const insert = lines.map((line) => (isOn ? line.slice(prefix.length) : prefix + line)).join("\n");
  const caret = start + insert.length;
  return { from: start, to: end, insert, selectFrom: from === to ? caret : start, selectTo: caret };
}

/** An address and nothing else, such as one copies from a browser's bar; null for any other text. */
export function addressIn(pasted: string): string | null {
  const text = pasted.trim();
  if (!/^https?:\/\/\S+$/i.test(text)) return null;
  const url = URL.parse(text);
  // Brackets would end the link before the address does.
  return url && text.replace(/\(/g, "%28").replace(/\)/g, "%29");
}
