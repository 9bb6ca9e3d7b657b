import { readdirSync } from "node:fs";

/** Everybody a page can be for. */
export const PEOPLE = [
  "signed out",
  "reader",
  "suspended",
  "editor",
  "article moderator",
  "moderator",
  "admin",
] as const;
export type Person = (typeof PEOPLE)[number];

/** Whom a page is for: they get there from the front page by clicking. Or the step that leads there. */
type Way = readonly Person[] | string;

const ALL = PEOPLE;
const MEMBERS = PEOPLE.filter((person) => person !== "signed out");
const AT_THE_DESK: readonly Person[] = ["article moderator", "moderator", "admin"];
const OF_THE_SITE: readonly Person[] = ["moderator", "admin"];

/** Every page of `app/`, by its path there. */
export const WAYS: Record<string, Way> = {
  "/": ALL,
  "/about": ALL,
  "/about/methods": ALL,
  "/account": MEMBERS,
  "/account/decisions": MEMBERS,
  "/account/delete": MEMBERS,
  "/account/keys": MEMBERS,
  "/api": ALL,
  "/api/auth/[...nextauth]": "signing in posts here",
  "/articles/[slug]": ALL,
  "/articles/[slug]/comments": ALL,
  "/articles/[slug]/feed.xml": MEMBERS,
  "/articles/[slug]/following": MEMBERS,
  "/articles/[slug]/passages": ALL,
  "/articles/[slug]/poll": ["editor", "admin"],
  "/articles/[slug]/record": ALL,
  "/articles/[slug]/record.csv": ALL,
  "/articles/[slug]/record.json": ALL,
  "/articles/[slug]/replies": ["editor", "moderator", "admin"],
  "/articles/[slug]/reply": ALL,
  "/articles/[slug]/sides": ALL,
  "/articles/[slug]/vote": ALL,
  "/authors/[author]": ALL,
  "/authors/[author]/feed.xml": ALL,
  "/authors/[author]/following": MEMBERS,
  "/comments/[id]": ALL,
  "/comments/[id]/edit": MEMBERS,
  "/comments/[id]/following": MEMBERS,
  "/comments/[id]/history": ALL,
  // Linked where pages are the same for everybody: it says whom it is for.
  "/comments/[id]/moderate": MEMBERS,
  "/comments/[id]/report": ALL,
  "/confirm-address": "signing up leads here, on a site where addresses are confirmed",
  "/confirm-identity": "a form that is sent long after signing in leads here",
  "/decisions/[id]": ["suspended", "article moderator"],
  "/feed.xml": ALL,
  "/feeds/replies/[key]": "making an address for it on the account page leads here",
  "/first-admin": "a start of a site without an admin prints the way here",
  "/following": MEMBERS,
  "/following/all": MEMBERS,
  "/forgotten-password": ["signed out"],
  "/goodbye": "deleting one's account leads here",
  "/imprint": ALL,
  "/accessibility": ALL,
  "/authorities": ALL,
  "/archive": ALL,
  "/archive/[year]": ALL,
  "/manifest.webmanifest": "browsers ask for it by its link in each page’s head",
  "/inbox": MEMBERS,
  "/mailbox": "asking for a new password leads here, on a site without a mail server",
  "/members/[handle]": ALL,
  "/members/[handle]/mute": MEMBERS,
  "/members/[handle]/report": ALL,
  "/moderation": AT_THE_DESK,
  "/moderation/articles": AT_THE_DESK,
  "/moderation/articles/[slug]": AT_THE_DESK,
  "/moderation/bulk": AT_THE_DESK,
  "/moderation/bulk/[id]": "deciding about several comments together leads here",
  "/moderation/comments/[id]": AT_THE_DESK,
  "/moderation/fairness": OF_THE_SITE,
  "/moderation/joining": ["admin"],
  "/moderation/log": ALL,
  "/moderation/members": ["admin"],
  "/moderation/members/[handle]": OF_THE_SITE,
  "/moderation/profiles": OF_THE_SITE,
  "/moderation/report": ALL,
  "/moderation/rules": ["admin"],
  "/moderation/search": AT_THE_DESK,
  "/moderation/settings": OF_THE_SITE,
  "/moderation/site": ["admin"],
  "/moderation/site/[page]": ["admin"],
  "/moderation/status": ["admin"],
  "/moderation/try": OF_THE_SITE,
  "/moderation/undo-check": OF_THE_SITE,
  "/new-address": "the link in a mail leads here",
  "/new-password": "the link in a mail leads here",
  "/previews/[key]": "the address that an editor shares leads here",
  "/privacy": ALL,
  "/robots.txt": "crawlers ask for it by its name",
  "/rules": ALL,
  "/search": ALL,
  "/second-factor": "signing in leads here, for an account that asks for a code",
  "/sign-in": ["signed out"],
  "/sign-in-link": ["signed out"],
  "/sign-out": "next-auth sends here who signs out at its own address",
  "/sign-up": ["signed out"],
  "/sign-up/finish": "coming from an account elsewhere, without one here, leads here",
  "/sitemap.xml": "robots.txt leads crawlers here",
  "/sitemaps/[part]": "the sitemap leads crawlers here",
  "/tags/[tag]": ALL,
  "/tags/[tag]/feed.xml": ALL,
  "/tags/[tag]/following": MEMBERS,
  "/terms": ALL,
  "/undo-address": "the link in a mail leads here",
  "/unsubscribe": "the link in a mail leads here",
  "/write": ["editor", "admin"],
  "/write/[id]": "beginning an article leads here",
  "/write/[id]/preview": "Save and preview leads here",
  "/write/articles/[slug]": ["editor", "admin"],
  "/write/articles/[slug]/revisions": ["editor", "admin"],
  "/write/articles/[slug]/revisions/[number]": "the list of an article's revisions leads here",
};

const SPECIAL: Record<string, string> = {
  "robots.ts": "/robots.txt",
  "manifest.ts": "/manifest.webmanifest",
};

/** What `app/` answers to, by the path of its file. */
export const pagesOfApp = (): string[] =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .flatMap((file) => SPECIAL[file] ?? /^(.*?)\/?(?:page\.tsx|route\.ts)$/.exec(file)?.[1] ?? [])
    .map((path) => (path.startsWith("/") ? path : `/${path}`))
    .sort();

/** The page that answers at an address: of several the one with the fewest names to fill in. */
export function pageAt(pathname: string): string | undefined {
  const fits = (page: string) =>
    new RegExp(`^${page.replaceAll(".", "\\.").replace(/\[[^\]]*\]/g, "[^/]+")}$`).test(pathname);
  return Object.keys(WAYS).find((page) => page === pathname) ?? Object.keys(WAYS).find(fits);
}
