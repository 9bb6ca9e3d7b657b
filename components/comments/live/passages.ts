import { aboutBlock, aboutPassage } from "@/components/passages/about";
import type { AboutPassage } from "@/components/passages/about-fields";
import { mindChangedByWordsPath } from "@/components/comments/paths";
import { NONE } from "@/components/passages/mark";
import { articleText, blockOf } from "@/domain/passages/article-text";
import { pointsOf } from "@/domain/passages/points";
import { inOneLine, PASSAGE_MOST, quoteAt, type Selector, type Stretch } from "@/domain/passages/passage";
import { passagesOfBlock } from "@/domain/passages/sentences";
import { fromPage } from "@/domain/prose/safe-html";
import { isClosed, isSuspended } from "./closed-state";
import type { DiscussionContext } from "./discussion-context";
import { APART, articleProse, hostBeside } from "./passage-marks";
import styles from "./live.module.css";
import * as t from "#messages/passages";
import { say } from "@/messages/say";

/** What is said about a block, opened beside it. */
export type PassageAt = { block: number; host: HTMLElement };

type Open = (at: PassageAt | null) => void;

/** Opens what a mark leads to: what is said about its block, beside it; or a form, where nobody has said anything. @returns whether there was something to open */
export function pressMark(context: DiscussionContext, mark: HTMLAnchorElement, open: Open): boolean {
  const prose = articleProse();
  if (!prose) return false;
  return mark.dataset.sign === NONE
    ? chooseIn(context, prose, Number(mark.dataset.passage))
    : openBeside(mark, open);
}

/** Where words of the article are selected, a button below them begins a comment about them. @returns the end of it */
export function offerPassages(context: DiscussionContext): () => void {
  const prose = articleProse();
  if (!prose) return () => undefined;
  const bar = document.createElement("div");
  bar.className = styles.quoteBar ?? "";
  bar.dataset.beside = "bar";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = t.argueAboutThis;
  const changed = document.createElement("a");
  changed.textContent = t.thisChangedMyMind;
  bar.append(button, " ", changed);

  const look = () => {
    const block = context.thread.closed ? null : selectedBlock(prose);
    // A link from the first, for keys and voices; the exact words come at the click.
    const words = block ? selectedRange(prose) : null;
    changed.hidden = !maySayWhat(context);
    if (words) changed.href = mindChangedByWordsPath(context.thread.slug, oneLine(words));
    if (!block) bar.remove();
    else if (!block.contains(bar) && block.nextElementSibling !== bar)
      if (block.matches(APART)) block.after(bar);
      else block.append(bar);
    if (block) standBelow(bar, selectedRange(prose));
  };
  // A press takes the selection away before the click is heard.
  let pressed: Selected | null = null;
  const onPress = () => {
    pressed = selectedPassage(prose);
  };
  const onButton = () => {
    const passage = selectedPassage(prose) ?? pressed;
    if (passage) argueAbout(context, passage);
  };
  const onChanged = () => {
    const selector = (selectedPassage(prose) ?? pressed)?.selector;
    if (selector) changed.href = mindChangedByWordsPath(context.thread.slug, inOneLine(selector.exact));
  };
  context.argueAboutSelection = () => argueAboutSelection(context);
  button.addEventListener("pointerdown", onPress);
  button.addEventListener("click", onButton);
  changed.addEventListener("pointerdown", onPress);
  changed.addEventListener("click", onChanged);
  document.addEventListener("selectionchange", look);
  return () => {
    context.argueAboutSelection = () => false;
    document.removeEventListener("selectionchange", look);
    bar.remove();
  };
}

/** Between the words and what stands below them, in CSS pixels. */
const GAP = 6;

/** Where there is room, right below the last of the selected words; its style sheet has it at the end of their block. */
function standBelow(bar: HTMLElement, range: Range | null): void {
  const last = Array.from(range?.getClientRects() ?? []).at(-1);
  const around = bar.offsetParent?.getBoundingClientRect();
  const isRoomy = matchMedia("(min-width: 48rem)").matches && last !== undefined && around !== undefined;
  bar.dataset.at = isRoomy ? "words" : "";
  const left = isRoomy ? Math.min(last.left - around.left, around.width - bar.scrollWidth) : 0;
  bar.style.top = isRoomy ? `${last.bottom - around.top + GAP}px` : "";
  bar.style.left = isRoomy ? `${Math.max(0, left)}px` : "";
}

/** Whoever may say here what changed their mind, and has not yet. */
function maySayWhat({ reader }: DiscussionContext): boolean {
  const can = reader.viewer?.poll?.can;
  return can !== undefined && (can.tellSwitch || can.tellCloser);
}

/** Pressed again, a mark closes what it opened. */
function openBeside(mark: HTMLAnchorElement, open: Open): boolean {
  const block = Number(mark.dataset.passage);
  const host = mark.ariaExpanded === "true" ? null : hostBeside(block, "panel");
  open(host && { block, host });
  return true;
}

function argueAboutSelection(context: DiscussionContext): boolean {
  const prose = articleProse();
  const selected = prose && !context.thread.closed ? selectedPassage(prose) : null;
  if (selected) argueAbout(context, selected);
  return selected !== null;
}

type Selected = { selector: Selector; block: number };

function argueAbout(context: DiscussionContext, { selector, block }: Selected): void {
  if (isClosed(context)) return;
  if (Array.from(selector.exact).length > PASSAGE_MOST) {
    context.toast({ text: say(t.aPassageHasAtMost, { most: PASSAGE_MOST }) });
    return;
  }
  getSelection()?.removeAllRanges();
  compose(context, block, [aboutPassage({ ...selector, revision: context.thread.revision })]);
}

/** All of a paragraph, or one of its sentences. */
export function chooseIn(context: DiscussionContext, prose: HTMLElement, block: number): boolean {
  // Not handled here: the link is followed, to the statement of reasons.
  if (isSuspended(context.reader)) return false;
  if (isClosed(context)) return true;
  const choices = passagesOfBlock(articleText(fromPage(prose)), block);
  const passages = aboutBlock(choices, context.thread.revision);
  return passages.length > 0 && compose(context, block, passages);
}

function compose(context: DiscussionContext, block: number, passages: AboutPassage[]): boolean {
  const host = hostBeside(block, "form");
  if (!host) return false;
  const about = { beside: block, block: null, passages };
  context.compose({ does: "reply", parentId: null, host, text: "", problem: null, about });
  return true;
}

/** The block in which the selection ends, if it is of the article's words and of nothing else. */
function selectedBlock(prose: HTMLElement): HTMLElement | null {
  const range = selectedRange(prose);
  if (!range || !/[\p{L}\p{N}]/u.test(range.toString())) return null;
  const end = range.endContainer instanceof Element ? range.endContainer : range.endContainer.parentElement;
  const block = end?.closest<HTMLElement>(`${APART}, li, figure`);
  return block && prose.contains(block) ? block : null;
}

function selectedRange(prose: HTMLElement): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const node = range.startContainer;
  const beside = (node instanceof Element ? node : node.parentElement)?.closest("[data-beside]");
  return prose.contains(range.commonAncestorContainer) && !beside ? range : null;
}

/** The selected words of the article, where they stand in it. */
function selectedPassage(prose: HTMLElement): Selected | null {
  const range = selectedRange(prose);
  if (!range) return null;
  const whole = articleText(fromPage(prose));
  const { begins, ends } = wholeWords(whole.text, {
    begins: lengthUpTo(prose, range.startContainer, range.startOffset),
    ends: lengthUpTo(prose, range.endContainer, range.endOffset),
  });
  const words = whole.text.slice(begins, ends);
  const exact = words.trim();
  const at = exact === "" ? inNote(whole.text, range) : begins + words.indexOf(exact);
  if (at === null) return null;
  const stretch = { begins: at, ends: at + (exact || oneLine(range)).length };
  const start = pointsOf(whole.text).toPoints(at);
  return { selector: { ...quoteAt(whole.text, stretch), start }, block: blockOf(whole, stretch) };
}

/** A hand that let go in the middle of a word meant the word. */
function wholeWords(text: string, { begins, ends }: Stretch): Stretch {
  if (begins >= ends) return { begins, ends };
  const words = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  const [first, last] = [words.containing(begins), words.containing(ends)];
  return {
    begins: first?.isWordLike ? first.index : begins,
    ends: last?.isWordLike && last.index < ends ? last.index + last.segment.length : ends,
  };
}

/** A note beside the text is the one at its end once more. */
function inNote(text: string, range: Range): number | null {
  const words = oneLine(range);
  const at = words === "" ? -1 : text.lastIndexOf(words);
  return at < 0 ? null : at;
}

const oneLine = (range: Range): string => range.toString().replace(/\s+/g, " ").trim();

/** How many of the article's words, in code units, stand before a place of the page. */
function lengthUpTo(prose: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(prose, 0);
  before.setEnd(node, offset);
  const held = document.createElement("div");
  held.append(before.cloneContents());
  return articleText(fromPage(held)).text.length;
}
