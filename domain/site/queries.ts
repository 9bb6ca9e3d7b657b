import "server-only";

import type { Member } from "@/domain/members/member";
import { mayGovern } from "@/domain/moderation/decisions/policy";
import { fromStore } from "@/domain/prose/safe-html";
import { database, query, Prisma } from "@/platform/database";
import { env } from "@/platform/env";
import { authorize, NotFound } from "@/platform/refusal";
import { beginningOf } from "./first-pages";
import { readSiteSettings, StoredPage } from "./schema";
import {
  SITE_PAGES,
  type FixedSettings,
  type Site,
  type SiteChange,
  SITE_SETTINGS,
  type SitePage,
  type SitePageName,
  type SiteSettings,
} from "./site";
import * as t from "#messages/site-settings";

/** Versions that the history shows. */
const HISTORY = 50;

/** What is in force: what was set last, and over it what the environment says. */
export async function currentSite(): Promise<Site> {
  const { version, value } = await newestOf("settings");
  return { ...asInForce(readSiteSettings(value)), version };
}

/** The environment wins. */
const asInForce = (settings: SiteSettings): SiteSettings => ({
  ...settings,
  name: env.siteName ?? settings.name,
  tagline: env.siteTagline ?? settings.tagline,
});

export const fixedSettings = (): FixedSettings => [
  ...(env.siteName === null ? [] : [{ setting: "name", by: "MOOT_NAME" } as const]),
  ...(env.siteTagline === null ? [] : [{ setting: "tagline", by: "MOOT_TAGLINE" } as const]),
];

type Newest = { version: number; value: unknown; at: Date | null };

/** The last version of a part; version 0 where there is none. */
export async function newestOf(part: string): Promise<Newest> {
  const [row] = await query<Newest>(
    Prisma.sql`SELECT version, value, at FROM site_version WHERE part = ${part} ORDER BY version DESC LIMIT 1`,
  );
  return row ?? { version: 0, value: null, at: null };
}

/** A page of the site's own. @throws NotFound where there is none of that name */
export async function sitePage(name: string): Promise<SitePage> {
  const page = pageNamed(name);
  const { version, value, at } = await newestOf(page);
  const stored = StoredPage.safeParse(value);
  if (!stored.success) return { page, version, at: null, ...beginningOf(page) };
  const { source, html } = stored.data;
  return { page, version, at: at && new Date(at).toISOString(), source, html: fromStore(html) };
}

export function pageNamed(name: string): SitePageName {
  const page = SITE_PAGES.find((one) => one === name);
  if (!page) throw new NotFound(t.thereIsNoSuchPage);
  return page;
}

type Row = {
  part: string;
  version: number;
  value: unknown;
  before: unknown;
  at: Date;
  handle: string | null;
  name: string | null;
};

/** Who changed what, the newest first. */
export async function siteHistory(viewer: Member): Promise<SiteChange[]> {
  authorize(mayGovern(viewer), viewer, t.onlyAdmins);
  const rows = await database().$queryRaw<Row[]>`
    SELECT s.part, s.version, CASE WHEN s.part = 'settings' THEN s.value END AS value,
      CASE WHEN s.part = 'settings' THEN b.value END AS before, s.at, m.handle, m.name
    FROM site_version s LEFT JOIN site_version b ON b.part = s.part AND b.version = s.version - 1
      LEFT JOIN member m ON m.id = s.by AND m.erased_at IS NULL
    ORDER BY s.at DESC, s.part, s.version DESC LIMIT ${HISTORY}`;
  return rows.flatMap((row) => {
    const part = (["settings", ...SITE_PAGES] as const).find((one) => one === row.part);
    return part ? [changeOf(row, part)] : [];
  });
}

const changeOf = (
  { version, at, handle, name, before, value }: Row,
  part: SiteChange["part"],
): SiteChange => ({
  ...{ part, version },
  at: at.toISOString(),
  by: handle === null || name === null ? null : { handle, name },
  changes: part === "settings" ? differences(readSiteSettings(before), readSiteSettings(value)) : [],
});

const differences = (before: SiteSettings, after: SiteSettings): SiteChange["changes"] =>
  SITE_SETTINGS.filter((setting) => before[setting] !== after[setting]).map((setting) => ({
    setting,
    before: String(before[setting] ?? ""),
    after: String(after[setting] ?? ""),
  }));
