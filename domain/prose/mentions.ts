import type { Env, MarkdownIt, StateInline } from "markdown-it";

/** The sign itself, and the wide one of Chinese and Japanese keyboards. */
const SIGNS = new Set(["@", "＠"]);

/** More than this in one comment is a crowd being called, not an answer; the rest stay plain words. */
export const MENTIONS_LINKED = 20;

/** A handle as members may choose it, not followed by what would make it an address of elsewhere (`@bo@host`, `@bo.com`). */
const HANDLE = /[@＠]([a-z0-9_-]{2,30})(?![\w-]|[@.][a-z0-9]|[\p{sc=Latin}\p{M}])/iuy;
/**
 * Something in front that makes it part of an address or a path. Letters of other scripts do not: they are in no
 * address one types here, and many of them set no blank between words. Two names may stand with a stroke between.
 */
const PART_OF_AN_ADDRESS = /(?:[\p{sc=Latin}\p{N}_@-]|(?<!@[a-z0-9_-]{2,30})\/)$/iu;

/** Whether an @ behind these words begins a name. */
export const mayBeginMention = (before: string): boolean => !PART_OF_AN_ADDRESS.test(before);

/** The longest handle, its @ and a stroke. */
const LOOKED_BACK = 32;

const linked = new WeakMap<Env, number>();

/** `@handle` becomes a link to that member's page. It is only syntax: nobody is looked up. */
export function mentions(md: MarkdownIt) {
  md.inline.ruler.push("mention", mention);
  // markdown-it reads on through whatever is no sign of its own, and the wide one is none.
  md.inline.ruler.before("text", "wide_mention", mention);
  md.inline.ruler.before("text", "up_to_wide_sign", upToWideSign);
}

const MARKDOWNS_OWN = /[\n$%&*+\-:<=>@[\]\\^_`{}~!#]/;

function upToWideSign(state: StateInline, silent: boolean): boolean {
  const sign = state.src.indexOf("＠", state.pos + 1);
  if (sign === -1) return false;
  const text = state.src.slice(state.pos, sign);
  const own = text.search(MARKDOWNS_OWN);
  if (own === 0) return false;
  const plain = own === -1 ? text : text.slice(0, own);
  if (!silent) state.pending += plain;
  state.pos += plain.length;
  return true;
}

function mention(state: StateInline, silent: boolean): boolean {
  if (!SIGNS.has(state.src.charAt(state.pos)) || state.linkLevel > 0) return false;
  if (!mayBeginMention(state.src.slice(Math.max(0, state.pos - LOOKED_BACK), state.pos))) return false;
  HANDLE.lastIndex = state.pos;
  const [typed, handle] = HANDLE.exec(state.src) ?? [];
  if (!typed || !handle) return false;
  if (!silent) {
    const count = linked.get(state.env) ?? 0;
    if (count >= MENTIONS_LINKED) return false;
    linked.set(state.env, count + 1);
    link(state, typed, handle.toLowerCase());
  }
  state.pos += typed.length;
  return true;
}

function link(state: StateInline, typed: string, handle: string) {
  const open = state.push("link_open", "a", 1);
  open.attrs = [
    ["href", `/members/${handle}`],
    ["class", "mention"],
  ];
  open.meta = { mention: handle };
  state.push("text", "", 0).content = typed;
  state.push("link_close", "a", -1);
}
