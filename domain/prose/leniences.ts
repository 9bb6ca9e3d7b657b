import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import { isBlank } from "./text";

/** Letters and marks of scripts that set no blanks between words, beside the Chinese, Japanese and Korean ones that the amendment knows; and pictures, which nobody takes for punctuation. */
const JOINS_WORDS =
  /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{sc=Javanese}\p{sc=Balinese}\p{sc=Tai_Tham}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;

/** Stars and tildes mark what stands between them in a script without blanks, whatever punctuation it begins or ends with, as in Chinese. */
export function emphasisWithoutBlanks(md: MarkdownIt): void {
  const Before = md.inline.State;
  md.inline.State = class extends Before {
    override scanDelims(start: number, canSplitWord: boolean) {
      const run = super.scanDelims(start, canSplitWord);
      const length = run.length - (isKeycap(this.src, start + run.length - 1) ? 1 : 0);
      const found = { ...run, length };
      const before = Array.from(this.src.slice(Math.max(0, start - 2), start)).at(-1) ?? " ";
      const behind = start + found.length;
      const after = behind < this.posMax ? String.fromCodePoint(this.src.codePointAt(behind) ?? 32) : " ";
      if (!canSplitWord || /\s/u.test(before) || /\s/u.test(after)) return found;
      const isJoined = JOINS_WORDS.test(before) || JOINS_WORDS.test(after);
      return isJoined ? { ...found, can_open: true, can_close: true } : found;
    }
  };
}

/** The star of a telephone, `*️⃣`, is a picture and marks nothing (UTS 51, ED-14c). */
export function keycaps(md: MarkdownIt): void {
  md.inline.ruler.before("emphasis", "keycap", (state: StateInline, silent: boolean): boolean => {
    if (!isKeycap(state.src, state.pos)) return false;
    if (!silent) state.pending += "*";
    state.pos++;
    return true;
  });
}

const KEYCAP = /\*\ufe0f?\u20e3/y;

function isKeycap(text: string, at: number): boolean {
  KEYCAP.lastIndex = at;
  return KEYCAP.test(text);
}

const ARM = "¯\\_";

/** The shrug `¯\_(ツ)_/¯` keeps its arm: everybody types it as it is seen. */
export function shrugs(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "shrug", (state: StateInline, silent: boolean): boolean => {
    if (!state.src.startsWith(ARM, state.pos - 1)) return false;
    if (!silent) state.pending += ARM.slice(1);
    state.pos += ARM.length - 1;
    return true;
  });
}

/** Signs of scripts that set no blank where a line ends: what is wide, but for Korean, which does (CSS Text 4, 4.1.3). */
const WIDE =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Yi}\u3000-\u303f\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]$/u;

/** A line's end between two such signs is no blank between them. */
export function unspacedLines(state: StateCore): void {
  for (const { children } of state.tokens)
    children?.forEach((token, at) => {
      if (token.type !== "softbreak") return;
      const before = children.slice(0, at).findLast(({ content }) => content !== "");
      const after = children.slice(at + 1).find(({ content }) => content !== "");
      if (!WIDE.test(Array.from(before?.content ?? "").at(-1) ?? "")) return;
      if (WIDE.test(Array.from(after?.content ?? "")[0] ?? "")) token.type = "text";
    });
}

/** Of a link without words nothing would be seen: its words are its address. */
export function wordlessLinks(state: StateCore): void {
  for (const { children } of state.tokens) {
    if (!children) continue;
    for (let at = children.length - 1; at >= 0; at--) {
      const link = children[at];
      if (!link || !isWordless(children, at)) continue;
      const words = new state.Token("text", "", 0);
      words.content = String(link.attrGet("href") ?? "");
      children.splice(at + 1, closeOf(children, at) - at - 1, words);
    }
  }
}

/** Whether nothing that is seen stands between this beginning of a link and its end. */
function isWordless(tokens: readonly Token[], at: number): boolean {
  const link = tokens[at];
  if (link?.type !== "link_open" || !link.attrGet("href")) return false;
  const inside = tokens.slice(at + 1, closeOf(tokens, at));
  return inside.every(({ type, content }) => type !== "image" && isBlank(content));
}

const closeOf = (tokens: readonly Token[], at: number): number =>
  tokens.findIndex(({ type }, nth) => nth > at && type === "link_close");
