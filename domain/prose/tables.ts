import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { paragraph } from "./markdown";
import { complain } from "./problems";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** More columns than this fit no page we print on, and markdown-it's work grows with rows times columns. */
export const MAX_COLUMNS = 8;

const ALIGNED = /text-align:\s*(left|right|center)/;

/** Tables with classes instead of `style` attributes, scrollable by keyboard when they are too wide. */
export function tables(md: MarkdownIt) {
  md.block.ruler.before("table", "table_too_wide", tooWide, { alt: ["paragraph"] });
  md.core.ruler.after("block", "cells_too_many", cellsTooMany);
  md.core.ruler.push("align_by_class", alignByClass);
  md.renderer.rules["table_open"] = (tokens, at) => {
    const direction = tokens[at]?.attrGet("dir") ? ' dir="auto"' : "";
    return `<div class="table-scroll" role="group" aria-label="${t.table}" tabindex="0"><table${direction}>\n`;
  };
  md.renderer.rules["table_close"] = () => "</table></div>\n";
}

function tooWide(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (start + 2 > end || !isRule(lineOf(state, start + 1))) return false;
  if (lineOf(state, start).split("|").length - 1 <= MAX_COLUMNS + 1) return false;
  if (silent) return true;
  complain(state.env, start, say(t.aTableHasAtMostColumns, { maxColumns: MAX_COLUMNS }));
  let next = start + 1;
  while (next < end && !state.isEmpty(next)) next++;
  paragraph(state, start, next);
  // It has been told what is wrong with it.
  const inline = state.tokens.at(-2);
  if (inline) inline.meta = { told: true };
  return true;
}

/** What stands in more cells than the heading has would be dropped (GitHub's specification, section 4.10), as it is where a bar stands in code. */
function cellsTooMany(state: StateCore) {
  const lines = state.src.split("\n");
  let columns = 0;
  for (const { type, map } of state.tokens) {
    if (type === "table_open") columns = 0;
    if (type !== "tr_open" || !map) continue;
    const cells = cellsIn(lines[map[0]] ?? "");
    if (columns === 0) columns = cells;
    else if (cells > columns) complain(state.env, map[0], say(t.aRowHasMoreCells, { cells, columns }));
  }
}

/** The signs of quotations and lists that a row may stand in, and the bars at its edges. */
const EDGES = /^(?:\s|>|[-*+]\s|\d+[.)]\s)*\|?|(?<!\\)\|?\s*$/g;

const cellsIn = (row: string): number => row.replace(EDGES, "").split(/(?<!\\)\|/).length;

const isRule = (line: string) => line.includes("-") && /^[\s|:-]+$/.test(line);

const lineOf = (state: StateBlock, line: number) => state.getLines(line, line + 1, state.blkIndent, false);

function alignByClass(state: StateCore) {
  let named = false;
  state.tokens.forEach((token, at) => {
    if (token.type === "table_open") named = false;
    if (token.type !== "th_open" && token.type !== "td_open") return;
    const side = ALIGNED.exec(String(token.attrGet("style")))?.[1];
    const close = state.tokens[at + 2];
    const first = state.tokens[at - 1]?.type === "tr_open";
    token.attrs = side ? [["class", `align-${side}`]] : [];
    if (token.type === "td_open") {
      if (named && first) head(token, close, "row");
    } else if (state.tokens[at + 1]?.content === "") {
      named ||= first;
      retag(token, close, "td");
    } else head(token, close, "col");
  });
}

/** Where the corner says nothing, the cells below it are the names of their rows. A heading without words heads nothing. */
function head(open: Token, close: Token | undefined, scope: "col" | "row") {
  retag(open, close, "th");
  open.attrPush(["scope", scope]);
}

function retag(open: Token, close: Token | undefined, tag: "th" | "td") {
  open.tag = tag;
  if (close) close.tag = tag;
}
