import MarkdownIt, {
  type MarkdownIt as Engine,
  type StateBlock,
  type StateCore,
  type StateInline,
  type Token,
} from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { apostrophes } from "./apostrophes";
import { directions } from "./directions";
import { emphasisWithoutBlanks, keycaps, shrugs, unspacedLines, wordlessLinks } from "./leniences";
import { articleMayLink, besideAnArticle, mayLink } from "./links";
import { escapeHtml } from "./safe-html";

/** Deeper than this nobody can follow a quote of a quote; markdown-it drops what lies below its own limit. */
const MAX_NESTING = 20;
/** Where our own rule takes over and prints the rest as it was typed, so that no words are lost. */
const DEEPEST_BLOCK = 16;
/** Emphasis within emphasis beyond this is noise, and browsers stop counting at 512. */
const DEEPEST_EMPHASIS = 6;

type Profile = "comment" | "article";

/** What markdown-it can do and we do not want: anything that reads HTML, or lets one line change another. */
const OFF: Record<Profile, string[]> = {
  // No entities: `&#x202E;` would bring back what normalising took out.
  comment: ["html_block", "html_inline", "entity", "reference", "image", "lheading", "table"],
  article: ["html_block", "html_inline", "reference", "replacements"],
};

/** One engine, two profiles. The same words make the same HTML in the browser's preview and on the server. */
export function engine(profile: Profile): Engine {
  const md = new MarkdownIt({
    html: false,
    linkify: true,
    breaks: profile === "comment",
    // Curly quotation marks for articles; a comment stays as its author typed it.
    typographer: profile === "article",
    maxNesting: MAX_NESTING,
  });
  md.use(cjkFriendly);
  md.use(emphasisWithoutBlanks);
  md.use(shrugs);
  md.use(keycaps);
  md.inline.ruler.before("linkify", "look_back", lookBack);
  md.disable(OFF[profile]);
  md.validateLink = profile === "comment" ? mayLink : articleMayLink;
  if (profile === "article") {
    const normalise = md.normalizeLink.bind(md);
    md.normalizeLink = (url) => normalise(besideAnArticle(url));
    md.use(apostrophes);
    md.core.ruler.push("unspaced_lines", unspacedLines);
  }
  // markdown-it would decode what stands percent-encoded in the address, direction overrides included.
  md.normalizeLinkText = (url) => url;
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  for (const scheme of ["http:", "https:"]) md.linkify.add(scheme, { validate: lengthOfAddress });
  md.block.ruler.before("code", "too_deep", tooDeep);
  md.core.ruler.push("flatten_emphasis", flattenEmphasis);
  md.core.ruler.after("inline", "empty_links", emptyLinks);
  md.core.ruler.after("empty_links", "wordless_links", wordlessLinks);
  md.core.ruler.push("plain_links", (state) => plainLinks(state, profile));
  md.core.ruler.push("directions", directions);
  md.renderer.rules.fence = code;
  md.renderer.rules.code_block = code;
  return md;
}

/** A user name in front of the host; up to it, it would look like a host of its own. */
const NAMED = /\/\/[^\s/?#@]*@/y;

/** What stands behind an address and is no part of it: tildes that strike it out, and the full stop of a sentence in brackets, `(see https://example.org/a.)`. */
const BEHIND = /(?:~{2,}|[.,:;!?]+)$/;

/** Marks that end what an underscore in front of the address began. */
const CLOSING = /[_*]*_[_*]*$/;
/** Whether one did: `_https://example.org/_` is an address in italics, and `https://example.org/a_` one that ends so. */
let underscored = false;

/** Looks back from each colon: no part of it may be read with the address. */
function lookBack(state: StateInline): false {
  if (state.src.startsWith("://", state.pos)) {
    const before = state.src.slice(Math.max(0, state.pos - LOOKED_BACK), state.pos);
    const last = before.lastIndexOf("_");
    const begins = before.slice(0, last).replace(/[_*]+$/, "");
    underscored = last >= 0 && /(?:^|[\s\p{P}])$/u.test(begins) && /^_\S/.test(before.slice(last));
  }
  return false;
}

/** UTF-16 units before an address in which its emphasis may have begun. */
const LOOKED_BACK = 400;

/** How much of a text is a bare address behind its scheme: nothing where it names a user, for then it is none of those we link to. */
function lengthOfAddress(text: string, pos: number, { re }: Engine["linkify"]): number {
  NAMED.lastIndex = pos;
  if (NAMED.test(text)) return 0;
  const address = re.get_http_validator();
  address.lastIndex = pos;
  const found = address.exec(text)?.[0].replace(BEHIND, "") ?? "";
  return (underscored ? found.replace(CLOSING, "") : found).length;
}

/** Calls `visit` for every inline token of a parsed text. */
export function eachInline(tokens: Token[], visit: (token: Token) => void) {
  for (const token of tokens) for (const child of token.children ?? []) visit(child);
}

/** No class from the writer's info string: it would let a comment dress up as a part of the page. */
const code = (tokens: Token[], at: number) =>
  `<pre><code>${escapeHtml(tokens[at]?.content ?? "")}</code></pre>\n`;

function tooDeep(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (state.level < DEEPEST_BLOCK) return false;
  if (silent) return true;
  let line = start;
  while (line < end && !state.isEmpty(line) && (state.sCount[line] ?? 0) >= state.blkIndent) line++;
  paragraph(state, start, Math.max(line, start + 1));
  return true;
}

/** Puts the lines from `start` up to `end` down as one paragraph, even if they look like a list or a heading. */
export function paragraph(state: StateBlock, start: number, end: number) {
  const content = state.getLines(start, end, state.blkIndent, false).trim();
  state.line = end;
  state.push("paragraph_open", "p", 1).map = [start, end];
  const inline = state.push("inline", "", 0);
  inline.content = content;
  inline.map = [start, end];
  inline.children = [];
  state.push("paragraph_close", "p", -1);
}

const EMPHASIS = /^(?:em|strong|s)_(?:open|close)$/;

function flattenEmphasis(state: StateCore) {
  for (const token of state.tokens) {
    let depth = 0;
    for (const child of token.children ?? []) {
      if (!EMPHASIS.test(child.type)) continue;
      if (child.nesting === -1) depth--;
      child.hidden = depth >= DEEPEST_EMPHASIS;
      if (child.nesting === 1) depth++;
    }
  }
}

/** A link without an address stays as it was typed. */
function emptyLinks(state: StateCore) {
  let nowhere = false;
  eachInline(state.tokens, (token) => {
    if (token.type === "link_open" && token.attrGet("href") === "") {
      nowhere = true;
      asText(token, "[");
    } else if (token.type === "link_close" && nowhere) {
      nowhere = false;
      asText(token, "]()");
    }
  });
}

/** Only the address of a link is kept; what readers write is vouched for by nobody. */
function plainLinks(state: StateCore, profile: Profile) {
  eachInline(state.tokens, (token) => {
    if (token.type !== "link_open" || token.meta?.["mention"]) return;
    token.attrs = [["href", token.attrGet("href") ?? ""]];
    if (profile === "comment") token.attrPush(["rel", "nofollow ugc noopener"]);
  });
}

const asText = (token: Token, content: string): void =>
  void Object.assign(token, { type: "text", tag: "", attrs: null, nesting: 0, content });
