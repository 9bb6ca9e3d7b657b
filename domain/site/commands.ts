import "server-only";

import type { Member } from "@/domain/members/member";
import { mayGovern } from "@/domain/moderation/decisions/policy";
import { renderArticle } from "@/domain/prose/article";
import { addPicture, showPictures } from "@/domain/pictures/commands";
import { hashesIn, pictureReference, readReference } from "@/domain/pictures/picture";
import { wrongPictures } from "@/domain/pictures/queries";
import { database, transaction, type Database } from "@/platform/database";
import { authorize, Conflict, Unacceptable } from "@/platform/refusal";
import { currentSite, fixedSettings, newestOf, pageNamed, sitePage } from "./queries";
import { readSiteSettings, type ChangedPage, type ChangedSite } from "./schema";
import type { Site, SitePage, SiteSettings } from "./site";
import * as t from "#messages/site-settings";
import { say } from "@/messages/say";

/**
 * A new version of the settings; what is not named stays as it is, and what is as it was makes no version.
 * @throws Conflict where somebody else was faster, or the environment decides what was named
 */
export async function changeSite({ version, ...wish }: ChangedSite, actor: Member): Promise<Site> {
  authorize(mayGovern(actor), actor, t.onlyAdmins);
  const newest = await newestOf("settings");
  if (newest.version !== version) throw new Conflict(t.somebodyChangedTheSettings);
  const before = readSiteSettings(newest.value);
  const after = { ...before, ...given(wish) };
  refuseFixed(wish);
  if (JSON.stringify(before) !== JSON.stringify(after))
    await transaction(async (tx) => {
      await refuseWrongMarks(tx, after);
      await add("settings", version, after, actor, t.somebodyChangedTheSettings);
      const shown = hashesIn(`${after.logo} ${after.icon}`);
      await showPictures(tx, { part: "settings", version: version + 1 }, shown);
    });
  return currentSite();
}

/** A new logo or icon. @throws what `addPicture` and `changeSite` do */
export async function changeMark(
  mark: "logo" | "icon",
  version: number,
  file: Uint8Array | null,
  actor: Member,
): Promise<Site> {
  authorize(mayGovern(actor), actor, t.onlyAdmins);
  const picture = await addPicture(file, actor, "icon");
  const named = pictureReference(picture);
  return changeSite(mark === "logo" ? { version, logo: named } : { version, icon: named }, actor);
}

export const refuseUnlessGoverns = (actor: Member): void => authorize(mayGovern(actor), actor, t.onlyAdmins);

async function refuseWrongMarks(tx: Database, { logo, icon }: SiteSettings): Promise<void> {
  const named = [logo, icon].flatMap((one) => readReference(one) ?? []);
  const [wrong] = await wrongPictures(tx, named);
  if (wrong !== undefined) throw new Unacceptable(wrong);
}

function refuseFixed(wish: Omit<ChangedSite, "version">): void {
  const fixed = fixedSettings().find(({ setting }) => wish[setting] !== undefined);
  if (fixed) throw new Conflict(say(t.theEnvironmentSetsThis, { variable: fixed.by }));
}

/** Only what was named. */
const given = ({
  name,
  tagline,
  accent,
  announcement,
  announcementLink,
  results,
  minimumAge,
  language,
  logo,
  icon,
}: Omit<ChangedSite, "version">): Partial<SiteSettings> => ({
  ...(name !== undefined && { name }),
  ...(tagline !== undefined && { tagline }),
  ...(accent !== undefined && { accent }),
  ...(announcement !== undefined && { announcement }),
  ...(announcementLink !== undefined && { announcementLink }),
  ...(results !== undefined && { results }),
  ...(minimumAge !== undefined && { minimumAge }),
  ...(language !== undefined && { language }),
  ...(logo !== undefined && { logo }),
  ...(icon !== undefined && { icon }),
});

/**
 * A new version of a page, rendered as an article is and under the same rules.
 * @throws Unacceptable with each line that is wrong; Conflict where somebody else was faster
 */
export async function changePage(
  name: string,
  { version, source }: ChangedPage,
  actor: Member,
): Promise<SitePage> {
  authorize(mayGovern(actor), actor, t.onlyAdmins);
  const before = await sitePage(pageNamed(name));
  if (before.version !== version) throw new Conflict(t.somebodyChangedThePage);
  if (before.source === source) return before;
  const { html, problems } = renderArticle(source, (await currentSite()).language);
  if (problems.length > 0) {
    const sentence = problems.map(({ line, reason }) => say(t.lineAndReason, { line, reason })).join("\n");
    throw new Unacceptable(sentence, { source: sentence });
  }
  await add(before.page, version, { source, html }, actor, t.somebodyChangedThePage);
  return sitePage(before.page);
}

/** Of two who change the same version one is told. */
async function add(part: string, before: number, value: object, by: Member, lost: string): Promise<void> {
  const { count } = await database().siteVersion.createMany({
    data: [{ part, version: before + 1, value, by: by.id }],
    skipDuplicates: true,
  });
  if (count === 0) throw new Conflict(lost);
}
