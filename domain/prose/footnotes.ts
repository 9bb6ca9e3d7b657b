import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { complain } from "./problems";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

type Note = { label: string; text: string; line: number; number: number; references: number };

const LABEL = /\[\^([^\]\s]{1,40})\]/y;
const DEFINITION = /^\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$/s;

/** The notes of one rendering, in the order they are written down. */
class Notes {
  readonly byLabel = new Map<string, Note>();
  /** While a note's own text is rendered, no note may be called from it. */
  rendering = false;
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
 * Footnotes: `[^label]` in the text, `[^label]: words` in a paragraph of its own.
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
  md.renderer.rules["note_reference"] = (tokens, at, _options, env = {}) =>
    printReference(md, tokens[at], env);
}

/** The list at the end, or nothing when no note is used. */
export function printNotes(md: MarkdownIt, env: Env): string {
  const { used } = notesOf(env);
  if (used.length === 0) return "";
  const items = used.map((note) => {
    const back = Array.from({ length: note.references }, (_, time) => backLink(note, time + 1));
    return `<li id="note-${note.number}">${printText(md, note, env)} ${back.join(" ")}</li>\n`;
  });
  return (
    `<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">${t.notes}</h2>\n` +
    `<ol>\n${items.join("")}</ol>\n</section>\n`
  );
}

function definition(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (state.level > 0 || (state.sCount[start] ?? 0) - state.blkIndent >= 4) return false;
  if (!DEFINITION.test(lineOf(state, start))) return false;
  if (silent) return true;
  let next = start + 1;
  while (next < end && !state.isEmpty(next) && !DEFINITION.test(lineOf(state, next))) next++;
  const [, label = "", text = ""] =
    DEFINITION.exec(state.getLines(start, next, state.blkIndent, false).trim()) ?? [];
  keep(state.env, { label, text, line: start, number: 0, references: 0 });
  state.line = next;
  return true;
}

const lineOf = (state: StateBlock, line: number) => state.getLines(line, line + 1, state.blkIndent, false);

function keep(env: Env, note: Note) {
  const notes = notesOf(env);
  if (note.text.includes("![")) complain(env, note.line, t.aNoteHoldsWords);
  if (notes.byLabel.has(note.label))
    complain(env, note.line, say(t.theNoteIsWrittenTwice, { label: note.label }));
  else notes.byLabel.set(note.label, note);
}

function reference(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || notesOf(state.env).rendering) return false;
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
  if (notes.rendering) return;
  let last = 0;
  for (const token of state.tokens) {
    for (const child of token.children ?? []) {
      if (child.type !== "note_reference") continue;
      const note = notes.byLabel.get(String(child.meta?.["label"]));
      if (!note) {
        complain(state.env, token.map?.[0], say(t.thereIsNoNote, { content: child.content }));
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

function printReference(md: MarkdownIt, token: Token | undefined, env: Env): string {
  const note = notesOf(env).byLabel.get(String(token?.meta?.["label"]));
  if (!note) return "";
  const time = Number(token?.meta?.["time"]);
  const link =
    `<a id="${referenceId(note, time)}" href="#note-${note.number}" role="doc-noteref"` +
    ` aria-label="${say(t.note, { number: note.number })}">${note.number}</a>`;
  if (time > 1) return `<sup class="note-ref">${link}</sup>`;
  const toggle = `note-${note.number}-here`;
  return (
    `<sup class="note-ref">${link}<label class="note-label" for="${toggle}" aria-hidden="true"></label></sup>` +
    `<input class="note-toggle" type="checkbox" id="${toggle}" hidden>` +
    `<span class="sidenote" aria-hidden="true"><sup>${note.number}</sup> ${forTheEye(printText(md, note, env))}</span>`
  );
}

const referenceId = (note: Note, time: number) => `noteref-${note.number}${time > 1 ? `-${time}` : ""}`;

const backLink = (note: Note, time: number) =>
  `<a class="note-back" href="#${referenceId(note, time)}" role="doc-backlink"` +
  ` aria-label="${say(time > 1 ? t.backToTheTextAgain : t.backToTheText, { number: note.number, time })}">\u21A9\uFE0E</a>`;

function printText(md: MarkdownIt, note: Note, env: Env): string {
  const notes = notesOf(env);
  notes.rendering = true;
  const html = md.renderInline(note.text, env);
  notes.rendering = false;
  return html;
}

const forTheEye = (html: string) => html.replaceAll("<a href=", '<a tabindex="-1" href=');
