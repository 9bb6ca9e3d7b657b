import "server-only";

import { parseDeskQuery, type ParsedQuery } from "./parse-query";
import { readCursor, writeCursor, type Cursor } from "./cursor";
import { deskQuery, type DeskRow } from "./desk-hits";
import { excerptOf, marked } from "./marks";
import { beginSearch, foundIn, looksForWords } from "./queries";
import { HITS_A_PAGE, type DeskHit, type DeskResults } from "./search";
import type { Member } from "@/domain/members/member";
import { mayModerate } from "@/domain/moderation/decisions/policy";
import { plainText } from "@/domain/prose/plain";
import { fromStore } from "@/domain/prose/safe-html";
import { transaction } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/search";

/**
 * All comments within a moderator's reach, whatever their state, that have what is asked for: the newest first, a page at a time.
 * @throws SignInFirst, NotAllowed; Malformed, with a sentence
 */
export function searchAtTheDesk(
  { q, after }: { q: string; after?: string | undefined },
  viewer: Member,
): Promise<DeskResults> {
  authorize(mayModerate(viewer), viewer, t.onlyModeratorsSearchAll);
  const asked = parseDeskQuery(q);
  return transaction(async (tx) => {
    const words = looksForWords(asked, await beginSearch(asked));
    const cursor = after === undefined ? null : readCursor(after);
    const rows = await tx.$queryRaw<DeskRow[]>(deskQuery({ asked, words, cursor }, viewer));
    return pageOf(rows, asked, cursor);
  });
}

async function pageOf(
  rows: readonly DeskRow[],
  asked: ParsedQuery,
  cursor: Cursor | null,
): Promise<DeskResults> {
  const shown = rows.slice(0, HITS_A_PAGE);
  const last = shown.at(-1);
  const asOf = cursor?.asOf ?? Date.now();
  return {
    items: await asHits(shown, asked.terms),
    next:
      rows.length > HITS_A_PAGE && last ? writeCursor({ asOf, value: last.at.getTime(), id: last.id }) : null,
  };
}

async function asHits(rows: readonly DeskRow[], terms: readonly string[]): Promise<DeskHit[]> {
  const texts = rows.map(({ html }) => plainText(fromStore(html)));
  const found = await foundIn([...texts, ...rows.map(({ title }) => title)], terms);
  return rows.map(({ id, title, at, state, handle, name }, nth) => ({
    id,
    path: `/moderation/comments/${id}`,
    title: marked(title, found),
    excerpt: marked(excerptOf(texts[nth] ?? "", found), found),
    by: name === null ? null : { name, handle },
    at: at.toISOString(),
    state,
  }));
}
