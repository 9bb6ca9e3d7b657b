import "server-only";

import type { Member } from "@/domain/members/member";
import { mayGovern } from "@/domain/moderation/decisions/policy";
import { linesOf, NewWordLists } from "@/domain/moderation/checks/words/schema";
import { currentWordLists } from "@/domain/moderation/checks/words/queries";
import type { WordEffect } from "@/domain/moderation/checks/words/word-finder";
import { type Operator } from "@/domain/members/policy";
import { readSettings, Settings } from "./settings";
import { database, transaction, type Database } from "@/platform/database";
import { authorize, Unacceptable } from "@/platform/refusal";
import * as t from "#messages/house-rules";

const ADMINS = t.onlyAdminsChangeHowTheSite;

/** What is not named stays as it is. */
export async function changeSettings(wish: Partial<Settings>, actor: Member): Promise<Settings> {
  authorize(mayGovern(actor), actor, ADMINS);
  return transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO site_setting (key, value) VALUES ('moderation', '{}') ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`SELECT FROM site_setting WHERE key = 'moderation' FOR UPDATE`;
    const kept = await tx.siteSetting.findUniqueOrThrow({ where: { key: "moderation" } });
    const before = readSettings(kept.value);
    const settings = Settings.parse({ ...before, ...wish });
    await moveEnds(tx, before, settings);
    await tx.siteSetting.update({ where: { key: "moderation" }, data: { value: settings } });
    return settings;
  });
}

/** Articles that follow the site's rule go on following it; those with a day of their own keep it. */
async function moveEnds(tx: Database, before: Settings, after: Settings): Promise<void> {
  if (before.closeAfterDays === after.closeAfterDays) return;
  await tx.$executeRaw`
    UPDATE article SET closes_at = CASE WHEN ${after.closeAfterDays}::int = 0 THEN NULL ELSE published_at + make_interval(days => ${after.closeAfterDays}::int) END
    WHERE closes_at IS NULL OR closes_at = published_at + make_interval(days => ${before.closeAfterDays}::int)`;
}

/** A new version of the word lists, in force from the next comment on. */
export async function changeWords(lists: NewWordLists, actor: Member): Promise<{ version: number }> {
  authorize(mayGovern(actor), actor, ADMINS);
  const { version } = await database().wordList.create({ data: { ...lists, by: actor.id } });
  return { version };
}

/** One list from a file, the others as they are. @throws Unacceptable (422) for a list that is too long */
export async function replaceWords(
  { effect, text }: { effect: WordEffect; text: string },
  _actor: Operator,
): Promise<{ version: number; entries: number }> {
  const now = await currentWordLists(database());
  const parsed = NewWordLists.safeParse({ block: now.block, hold: now.hold, mark: now.mark, [effect]: text });
  if (!parsed.success) throw new Unacceptable(parsed.error.issues[0]?.message ?? t.theseListsCouldNotBeSaved);
  const { version } = await database().wordList.create({ data: parsed.data });
  return { version, entries: linesOf(text).length };
}
