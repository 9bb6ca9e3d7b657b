import "server-only";

import type { NewMindChange } from "./schema";
import type { Member } from "@/domain/members/member";
import { lettersAlone } from "@/domain/moderation/checks/words/fold";
import { review } from "@/domain/moderation/review";
import { bareText } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { database } from "@/platform/database";
import { isRefusal, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/polls";

type Article = {
  id: string;
  moderation: "post" | "pre";
  slowSeconds: number;
  title: string;
  standfirst: string;
  html: string;
};

/**
 * Refuses what must not be shown of a change of mind: a passage has to be the article's own words, and a reason that may be quoted is read
 * by the checks as a comment is. No moderator reads reasons before readers do, so what would wait for one is not taken to be quoted.
 * @throws Unacceptable by field
 */
export async function refuseUnshowable(poll: string, told: NewMindChange, actor: Member): Promise<void> {
  const { passage, why, quotable } = told;
  if (passage === undefined && !quotable) return;
  const [article] = await database().$queryRaw<Article[]>`
    SELECT a.id, a.moderation::text AS moderation, a.slow_seconds AS "slowSeconds", r.title, r.standfirst, r.html
    FROM poll p JOIN article a ON a.id = p.article_id JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE p.id = ${poll}::uuid`;
  if (!article) return;
  if (passage !== undefined && !has(article, passage))
    throw new Unacceptable(t.thatPassageIsNotInTheArticle, { passage: t.thatPassageIsNotInTheArticle });
  if (quotable) await refuseToQuote(why, article, actor);
}

/** Whatever stands between its letters: what is copied from a page has other blanks and signs. */
const has = ({ title, standfirst, html }: Article, passage: string): boolean =>
  lettersAlone(`${title} ${standfirst} ${bareText(fromStore(html))}`).includes(lettersAlone(passage));

async function refuseToQuote(why: string, article: Article, author: Member): Promise<void> {
  const text = { article, author, parent: null, text: why, paced: false };
  const { state } = await review(database(), text).catch((problem: unknown) => {
    if (!isRefusal(problem)) throw problem;
    throw new Unacceptable(problem.message, { why: problem.message });
  });
  if (state === "held") throw new Unacceptable(t.thisReasonWouldWait, { why: t.thisReasonWouldWait });
}
