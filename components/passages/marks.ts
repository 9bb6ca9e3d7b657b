import { arguePath, passagesPath } from "@/components/comments/paths";
import { discussionIsOver, type Article } from "@/domain/articles/article";
import { withMarks } from "@/domain/passages/article-text";
import { escapeHtml, type SafeHtml } from "@/domain/prose/safe-html";
import { nameOfMark, NONE, signOfMark } from "./mark";
import * as t from "#messages/passages";

/** Headings and captions are argued about where somebody selects their words. */
const OFFERED = new Set(["p", "li", "pre", "table"]);

type Marked = Pick<Article, "slug" | "html" | "passages" | "commentsState" | "closesAt">;

/**
 * The article with one mark a block, however many comments are about it: their number leads to them, and where there is none a sign leads to
 * a first one. The sign is no text, so that nothing of it is copied, read aloud twice, or kept by a reader mode.
 */
export function markedProse(article: Marked): SafeHtml {
  const { slug, html, passages } = article;
  const known = new Map(passages.map((one) => [one.block, one]));
  const offered = discussionIsOver(article) ? new Set<string>() : OFFERED;
  return withMarks(html, (block, tag) => {
    const { comments, moved } = known.get(block) ?? { comments: 0, moved: false };
    if (comments > 0 || (moved && !offered.has(tag)))
      return mark(passagesPath(slug, block), block, nameOfMark(comments, moved), signOfMark(comments), moved);
    const name = moved ? `${t.argueAboutThisParagraph}. ${t.atLeastFiveMoved}` : t.argueAboutThisParagraph;
    return offered.has(tag) ? mark(arguePath(slug, block), block, name, NONE, moved) : "";
  });
}

const mark = (href: string, block: number, name: string, sign: string, moved = false): string =>
  `<a class="passage-mark" href="${escapeHtml(href)}" data-passage="${block}" data-sign="${sign}"` +
  `${moved ? ` data-moved title="${escapeHtml(t.atLeastFiveMoved)}"` : ""} aria-label="${escapeHtml(name)}"></a>`;
