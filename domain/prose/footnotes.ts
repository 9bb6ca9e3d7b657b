import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { directionOf } from "./directions";
import { complain } from "./problems";
import { escapeHtml } from "./safe-html";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** `tokens` are its blocks, once they are taken out of the text. */
type Note = { label: string; line: number; number: number; references: number; tokens: Token[] };

const LABEL = /\[\^([^\]\s]{1,40})\]/y;
const DEFINITION = /^\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$/s;
/** What stands further in than the note's first line belongs to it, also behind an empty line. Pandoc asks for four, editors indent by two. */
const INDENTED = 2;
const FURTHER_IN = 4;

/** The notes of one rendering, in the order they are written down. */
class Notes {
  readonly byLabel = new Map<string, Note>();
  /** While a note's own blocks are read, no other begins in it. */
  reading = false;
  get used(): Note[] {
    return [...this.byLabel.values()].filter((note) => note.number > 0).sort((a, b) => a.number - b.number);
  }
}

const kept = new WeakMap<Env, Notes>();

function notesOf(env: Env): Notes {
  const notes = kept.get(env) ?? new Notes();
  kept.set(env, notes);
  return notes;
}

/**
 * Footnotes: `[^label]` in the text, `[^label]: words` where a paragraph could begin, and below it, indented, whatever else
 * the note holds: paragraphs, lists, quotations, code.
 *
 * At the first reference stands a link to the note (and the note links back), and beside it the same note once
 * more as a sidenote, which styles set in the right gutter or, where there is none, unfold under its line: by
 * pointer through a label and a hidden checkbox, by keyboard when the link has the focus. The sidenote is there
 * for the eye alone (`aria-hidden`, nothing in it takes the focus): who listens hears the note once, in the list
 * at the end, which is also what a printer, a feed and a page without styles show.
 */
export function footnotes(md: MarkdownIt) {
  md.block.ruler.before("reference", "note_definition", definition, { alt: ["paragraph"] });
  md.inline.ruler.before("link", "note_reference", reference);
  md.core.ruler.after("inline", "number_notes", numberNotes);
  md.core.ruler.push("take_notes", takeNotes);
  md.renderer.rules["note_reference"] = (tokens, at, _options, env = {}) =>
    printReference(md, tokens[at], env);
}

/** The list at the end, or nothing when no note is used. */
export function printNotes(md: MarkdownIt, env: Env): string {
  const { used } = notesOf(env);
  if (used.length === 0) return "";
  const items = used.map((note) => {
    const back = Array.from({ length: note.references }, (_, time) => backLink(note, time + 1)).join(" ");
    const text = printText(md, note, env, back);
    return `<li id="note-${note.number}"${directionOf(text)}>${text}</li>\n`;
  });
  return (
    `<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">${t.notes}</h2>\n` +
    `<ol>\n${items.join("")}</ol>\n</section>\n`
  );
}

function definition(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const notes = notesOf(state.env);
  if (notes.reading || (state.sCount[start] ?? 0) - state.blkIndent >= 4) return false;
  const [, label, first = ""] = DEFINITION.exec(lineOf(state, start).trimStart()) ?? [];
  if (label === undefined) return false;
  if (silent) return true;
  const next = endOf(state, start, end);
  const rest = Array.from({ length: next - start - 1 }, (_, nth) =>
    state.getLines(start + 1 + nth, start + 2 + nth, state.blkIndent + FURTHER_IN, false),
  );
  notes.reading = true;
  const tokens: Token[] = [];
  state.md.block.parse([first, ...rest].join("\n"), state.md, state.env, tokens);
  notes.reading = false;
  const open = state.push("note_open", "", 1);
  open.meta = { label, line: start };
  for (const token of tokens) {
    token.level += state.level;
    if (token.map) token.map = [token.map[0] + start, token.map[1] + start];
    state.tokens.push(token);
  }
  state.push("note_close", "", -1);
  keep(state.env, { label, line: start, number: 0, references: 0, tokens: [] });
  state.line = next;
  return true;
}

/** The line behind a note: it goes on up to an empty line, and behind one as long as it stands further in. */
function endOf(state: StateBlock, start: number, end: number): number {
  let last = start;
  for (let line = start + 1; line < end; line++) {
    if (state.isEmpty(line)) continue;
    const indent = (state.sCount[line] ?? 0) - state.blkIndent;
    const follows = line === last + 1;
    if (indent < INDENTED && (!follows || indent < 0 || DEFINITION.test(lineOf(state, line)))) break;
    last = line;
  }
  return last + 1;
}

const lineOf = (state: StateBlock, line: number) => state.getLines(line, line + 1, state.blkIndent, false);

function keep(env: Env, note: Note) {
  const notes = notesOf(env);
  if (notes.byLabel.has(note.label))
    complain(env, note.line, say(t.theNoteIsWrittenTwice, { label: note.label }));
  else notes.byLabel.set(note.label, note);
}

function reference(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0) return false;
  LABEL.lastIndex = state.pos;
  const [typed, label] = LABEL.exec(state.src) ?? [];
  if (!typed || !label) return false;
  if (!silent) {
    const token = state.push("note_reference", "sup", 0);
    token.content = typed;
    token.meta = { label };
  }
  state.pos += typed.length;
  return true;
}

function numberNotes(state: StateCore) {
  const notes = notesOf(state.env);
  let last = 0;
  let inNote = false;
  for (const token of state.tokens) {
    if (token.type === "note_open" || token.type === "note_close") inNote = token.nesting === 1;
    for (const child of token.children ?? []) {
      if (child.type !== "note_reference") continue;
      const note = notes.byLabel.get(String(child.meta?.["label"]));
      if (!note || inNote) {
        const { content } = child;
        const reason = inNote ? say(t.aNoteCallsNoNote, { content }) : say(t.thereIsNoNote, { content });
        complain(state.env, token.map?.[0], reason);
        child.type = "text";
        continue;
      }
      note.number ||= ++last;
      child.meta = { label: note.label, time: ++note.references };
    }
  }
  for (const note of notes.byLabel.values()) {
    if (note.number === 0)
      complain(state.env, note.line, say(t.nothingRefersToTheNote, { label: note.label }));
  }
}

/** The blocks of the notes leave the text, when all else has been done to them. */
function takeNotes(state: StateCore) {
  const notes = notesOf(state.env);
  const text: Token[] = [];
  let into = text;
  for (const token of state.tokens) {
    if (token.type === "note_open") {
      const note = notes.byLabel.get(String(token.meta?.["label"]));
      into = note && note.line === token.meta?.["line"] ? note.tokens : [];
    } else if (token.type === "note_close") into = text;
    else into.push(token);
  }
  state.tokens = text;
}

function printReference(md: MarkdownIt, token: Token | undefined, env: Env): string {
  const note = notesOf(env).byLabel.get(String(token?.meta?.["label"]));
  if (!note) return "";
  const time = Number(token?.meta?.["time"]);
  const link =
    `<a id="${referenceId(note, time)}" href="#note-${note.number}" role="doc-noteref"` +
    ` aria-label="${say(t.note, { number: note.number })}">${note.number}</a>`;
  if (time > 1) return `<sup class="note-ref">${link}</sup>`;
  const beside = forTheEye(printInLine(md, note, env));
  const toggle = `note-${note.number}-here`;
  return (
    `<sup class="note-ref">${link}<label class="note-label" for="${toggle}"></label></sup>` +
    `<input class="note-toggle" type="checkbox" id="${toggle}" hidden>` +
    `<span class="sidenote" aria-hidden="true"${directionOf(beside)}><sup>${note.number}</sup> ${beside}</span>`
  );
}

const referenceId = (note: Note, time: number) => `noteref-${note.number}${time > 1 ? `-${time}` : ""}`;

const backLink = (note: Note, time: number) =>
  `<a class="note-back" href="#${referenceId(note, time)}" role="doc-backlink"` +
  ` aria-label="${say(time > 1 ? t.backToTheTextAgain : t.backToTheText, { number: note.number, time })}">\u21A9\uFE0E</a>`;

/** A note's blocks with the way back at their end. One paragraph alone needs no paragraph of its own. */
function printText(md: MarkdownIt, { tokens }: Note, env: Env, back: string): string {
  const [open, inline] = tokens;
  if (tokens.length === 3 && open?.type === "paragraph_open")
    return `${md.renderer.renderInline(inline?.children ?? [], md.options, env)} ${back}`;
  const html = md.renderer.render(tokens, md.options, env);
  const last = "</p>\n";
  return html.endsWith(last) ? `${html.slice(0, -last.length)} ${back}${last}` : `${html}<p>${back}</p>\n`;
}

/** Beside the text there is room for words and none for blocks: each begins a line. */
function printInLine(md: MarkdownIt, { tokens }: Note, env: Env): string {
  const lines: string[] = [];
  let mark = "";
  for (const { type, children, content } of tokens) {
    if (type === "list_item_open") mark = "– ";
    if (type === "fence" || type === "code_block") lines.push(`<code>${escapeHtml(content)}</code>`);
    if (type !== "inline") continue;
    lines.push(mark + md.renderer.renderInline(children ?? [], md.options, env));
    mark = "";
  }
  return lines.join("<br>\n");
}

const forTheEye = (html: string) => html.replaceAll("<a href=", '<a tabindex="-1" href=');
