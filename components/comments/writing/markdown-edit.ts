/** A text and what is selected in it, in UTF-16 units; nothing selected is a caret. */
export type Selected = { text: string; from: number; to: number };

/** Put `insert` in the place of what lies between `from` and `to`, and select from `selectFrom` to `selectTo`. */
export type Edit = { from: number; to: number; insert: string; selectFrom: number; selectTo: number };

/** Sets marks round the selection, or takes them away where they are; a caret is left between them. */
export function toggleMark({ text, from, to }: Selected, mark: string): Edit {
  const width = mark.length;
  const inner = text.slice(from, to);
  if (mark === "`" && /[`\n]/.test(inner.trim())) return toggleCode({ text, from, to });
  if (inner.trim().includes("\n")) return replaced(from, to, toggleLines(inner, mark));
  if (
    isOn(Math.min(runAt(inner, 0, 1, mark), runAt(inner, inner.length - 1, -1, mark)), mark) &&
    inner.length >= 2 * width
  )
    return replaced(from, to, inner.slice(width, -width));
  if (isOn(Math.min(runAt(text, from - 1, -1, mark), runAt(text, to, 1, mark)), mark))
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

/** What a line of a list or a quotation begins with, its words, and the blanks behind them. */
const LINE = /^(\s*(?:> ?)*(?:[-+*] +|\d{1,9}[.)] +)?)(.*?)(\s*)$/;

/** Marks mark nothing across an empty line or two items of a list, so each line gets its own. */
function toggleLines(inner: string, mark: string): string {
  const width = mark.length;
  const lines = inner.split("\n").map((line) => LINE.exec(line) ?? ["", "", "", ""]);
  const isAllOn = lines.every(
    ([, , words = ""]) =>
      words === "" ||
      (words.length > 2 * width &&
        isOn(Math.min(runAt(words, 0, 1, mark), runAt(words, words.length - 1, -1, mark)), mark)),
  );
  return lines
    .map(([, begins = "", words = "", blanks = ""]) => {
      if (words === "") return begins + blanks;
      return begins + (isAllOn ? words.slice(width, -width) : mark + words + mark) + blanks;
    })
    .join("\n");
}

/** Lines of code stand between fences, and a backtick between more of them. */
function toggleCode({ text, from, to }: Selected): Edit {
  const inner = text.slice(from, to);
  const [, , within] = /^(`{2,})(?:\n| ?)([^]*?)(?:\n| ?)\1$/.exec(inner) ?? [];
  if (within !== undefined) return replaced(from, to, within);
  const run = Math.max(0, ...Array.from(inner.matchAll(/`+/g), ([ticks]) => ticks.length));
  if (!inner.trim().includes("\n")) {
    const ticks = "`".repeat(run + 1);
    return replaced(from, to, `${ticks} ${inner.trim()} ${ticks}`);
  }
  const fence = "`".repeat(Math.max(3, run + 1));
  const before = /(?:^|\n)$/.test(text.slice(0, from)) ? "" : "\n";
  const after = /^(?:\n|$)/.test(text.slice(to)) ? "" : "\n";
  const code = `${fence}\n${inner.replace(/^\n+|\n+$/g, "")}\n${fence}`;
  const start = from + before.length;
  return {
    ...{ from, to, insert: before + code + after },
    ...{ selectFrom: start, selectTo: start + code.length },
  };
}

/** How often the sign of a mark stands in a row from here on, or back. */
function runAt(text: string, at: number, by: 1 | -1, mark: string): number {
  let run = 0;
  while (text[at + run * by] === mark[0]) run++;
  return run;
}

/** Two stars are bold and no italics, three are both. */
const isOn = (run: number, mark: string): boolean => (mark === "*" ? run % 2 === 1 : run >= mark.length);

const replaced = (from: number, to: number, insert: string): Edit => ({
  from,
  to,
  insert,
  selectFrom: from,
  selectTo: from + insert.length,
});

/** The selection as the words of a link; the caret goes to where the address belongs, or behind an address that is known. */
export function linked({ text, from, to }: Selected, address = ""): Edit {
  // An empty line would end the link in the middle of its words.
  const words = text
    .slice(from, to)
    .replace(/\n\s*\n/g, "\n")
    .replace(/[[\]]/g, "\\$&");
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
