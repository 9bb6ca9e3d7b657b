import { picturePath, readReference } from "@/domain/pictures/picture";
import type { ResultsShown } from "@/domain/polls/poll";
import type { SafeHtml } from "@/domain/prose/safe-html";
import { LANGUAGE, LOCALE } from "#messages/locale";
import * as t from "#messages/site-settings";

/** What admins say about the site in the browser. */
export type SiteSettings = {
  name: string;
  /** What it is, in a line; empty: Moot's own line. */
  tagline: string;
  /** "#rrggbb", lower case, readable on paper by day; null is the built-in blue. */
  accent: string | null;
  /** A line above every page; empty: none. */
  announcement: string;
  /** Where it leads; empty: nowhere. */
  announcementLink: string;
  /** How a poll that is written in the browser begins to show its results. */
  results: ResultsShown;
  /** Years that whoever signs up says they have; 0: nobody is asked. */
  minimumAge: number;
  /** What its articles are written in, as a tag of BCP 47. */
  language: string;
  /** What stands in the header beside its name, and in tabs, as `/pictures/HASH#512x512`; empty: nothing, and Moot's own. */
  logo: string;
  icon: string;
};

/** What is in force of them, as which version; 0 before anybody changed anything. */
export type Site = SiteSettings & { version: number };

/** Settings that the environment decides, with the variable that does. */
export type FixedSettings = { setting: keyof SiteSettings; by: string }[];

export const SITE_DEFAULTS: SiteSettings = {
  name: "Moot",
  tagline: "",
  accent: null,
  announcement: "",
  announcementLink: "",
  results: "after_vote",
  minimumAge: 16,
  language: "en",
  logo: "",
  icon: "",
};

/** In the order in which changes of them are told. */
export const SITE_SETTINGS = [
  "name",
  "tagline",
  "accent",
  "announcement",
  "announcementLink",
  "results",
  "minimumAge",
  "language",
  "logo",
  "icon",
] as const satisfies readonly (keyof SiteSettings)[];

/** A language as Open Graph has it, with a country: the likeliest where the tag names none, and Britain's for our own. */
export function openGraphLocale(tag: string): string {
  const { language, region = "" } = new Intl.Locale(tag === LANGUAGE ? LOCALE : tag).maximize();
  return /^[A-Z]{2}$/.test(region) ? `${language}_${region}` : language;
}

/** What the site is, in a line. */
export const taglineOf = ({ tagline }: Pick<SiteSettings, "tagline">): string => tagline || t.defaultTagline;

/** The picture that stands for whoever publishes here, for programs: the site's icon, its logo, or Moot's. */
export function markPath({ icon, logo }: Pick<SiteSettings, "icon" | "logo">): string {
  const mark = readReference(icon) ?? readReference(logo);
  return mark ? picturePath(mark.hash, 512, "png") : "/icon-512.png";
}

/** Pages that every site has and words for itself. */
export const SITE_PAGES = ["about", "privacy", "terms", "imprint", "accessibility", "authorities"] as const;
export type SitePageName = (typeof SITE_PAGES)[number];
export const PAGE_TITLES: Record<SitePageName, string> = {
  about: t.about,
  privacy: t.privacy,
  terms: t.terms,
  imprint: t.imprint,
  accessibility: t.accessibility,
  authorities: t.authorities,
};

/** Where admins write it. */
export const editPagePath = (page: SitePageName): string => `/moderation/site/${page}`;

/** A page as it stands: version 0, without a time, is what a new site begins with. */
export type SitePage = {
  page: SitePageName;
  version: number;
  at: string | null;
  source: string;
  html: SafeHtml;
};

/** One version of the settings or of a page, as admins read it; of a page only that it changed. */
export type SiteChange = {
  part: "settings" | SitePageName;
  version: number;
  at: string;
  by: { handle: string; name: string } | null;
  changes: { setting: keyof SiteSettings; before: string; after: string }[];
};
