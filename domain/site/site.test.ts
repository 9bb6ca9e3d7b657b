import { beforeAll, beforeEach, expect, test } from "vitest";
import { currentState } from "@/domain/events/staleness";
import { publish } from "@/domain/articles/commands";
import { beginDraft, saveDraft } from "@/domain/articles/drafts/commands";
import { publishDraft } from "@/domain/articles/drafts/publish";
import { draftFor, draftReading } from "@/domain/articles/drafts/queries";
import { articleFileText } from "@/domain/articles/export";
import { operator } from "@/domain/articles/policy";
import { articleBySlug } from "@/domain/articles/queries";
import { anAdmin, cast, type Player } from "@/test/cast";
import { asTheOwner } from "@/test/owner";
import { changePage, changeSite } from "./commands";
import { currentSite, siteHistory, sitePage } from "./queries";
import { ChangedPage, ChangedSite } from "./schema";
import { markPath, openGraphLocale, SITE_DEFAULTS, SITE_PAGES } from "./site";

let max: Player;
let people: Awaited<ReturnType<typeof cast>>;
beforeAll(async () => {
  [max, people] = await Promise.all([anAdmin(), cast()]);
});
beforeEach(() => asTheOwner().siteVersion.deleteMany());

const wish = (typed: object) => ChangedSite.parse({ version: 0, ...typed });
const problemOf = (typed: object): string | undefined =>
  ChangedSite.safeParse({ version: 0, ...typed }).error?.issues[0]?.message;

// What is shared says its own language, letsencrypt/website#407.
test("a language has the country that Open Graph asks for", () => {
  expect(["en", "de", "pt-BR", "zh-Hant", "eo"].map(openGraphLocale)).toEqual([
    ...["en_GB", "de_DE", "pt_BR", "zh_TW", "eo"],
  ]);
});

test("a new site is called Moot, and every page of its own says something", async () => {
  expect(await currentSite()).toEqual({ ...SITE_DEFAULTS, version: 0 });
  for (const name of SITE_PAGES) {
    const page = await sitePage(name);
    expect(page).toMatchObject({ version: 0, at: null });
    expect(page.html.length).toBeGreaterThan(100);
  }
});

test("an admin names the site; what is not named stays, and what changes nothing is no version", async () => {
  await changeSite(wish({ name: "The Tea Room", accent: "#7A3B12" }), max);
  const site = await changeSite(wish({ version: 1, tagline: "Questions about tea." }), max);
  expect(site).toMatchObject({
    ...{ version: 2, name: "The Tea Room", accent: "#7a3b12", tagline: "Questions about tea." },
  });
  expect(await changeSite(wish({ version: 2, name: "The Tea Room" }), max)).toMatchObject({ version: 2 });
  await expect(changeSite(wish({ version: 2, accent: "" }), max)).resolves.toMatchObject({ accent: null });
});

test("who changed what is read by admins, and by nobody else", async () => {
  await changeSite(wish({ name: "The Tea Room" }), max);
  await changePage("imprint", ChangedPage.parse({ version: 0, source: "Max, London." }), max);
  expect(await siteHistory(max)).toEqual([
    expect.objectContaining({ part: "imprint", version: 1, changes: [] }),
    expect.objectContaining({
      part: "settings",
      by: { handle: max.handle, name: max.name },
      changes: [{ setting: "name", before: "Moot", after: "The Tea Room" }],
    }),
  ]);
  for (const player of [people.ada, people.bo, people.dee]) {
    await expect(siteHistory(player)).rejects.toMatchObject({ status: 403 });
    await expect(changeSite(wish({ name: "Mine" }), player)).rejects.toMatchObject({ status: 403 });
    await expect(changePage("terms", { version: 0, source: "Mine." }, player)).rejects.toMatchObject({
      status: 403,
    });
  }
});

test("whoever names the publisher shows the site's own mark: its icon, or else its logo, or else Moot's", () => {
  const [icon, logo] = ["1", "2"].map((digit) => `/pictures/${digit.repeat(32)}#512x512`);
  expect(markPath({ icon: icon ?? "", logo: logo ?? "" })).toBe(`/pictures/${"1".repeat(32)}/512.png`);
  expect(markPath({ icon: "", logo: logo ?? "" })).toBe(`/pictures/${"2".repeat(32)}/512.png`);
  expect(markPath({ icon: "", logo: "" })).toBe("/icon-512.png");
});

test("of two admins who change the same version one is told", async () => {
  const both = await Promise.allSettled([
    changeSite(wish({ name: "One" }), max),
    changeSite(wish({ name: "Other" }), max),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(changeSite(wish({ name: "Late" }), max)).rejects.toMatchObject({ status: 409 });
  await changePage("terms", { version: 0, source: "Be kind." }, max);
  await expect(changePage("terms", { version: 0, source: "Be late." }, max)).rejects.toMatchObject({
    status: 409,
  });
});

test("what cannot be is refused in words", () => {
  expect(problemOf({ name: " \u200b" })).toBe("A site must have a name.");
  expect(problemOf({ name: "x".repeat(41) })).toMatch("at most 40");
  expect(problemOf({ accent: "red" })).toMatch("#2b5fa8");
  expect(problemOf({ accent: "#ffee00" })).toMatch(
    /too pale .* 1\.\d to 1.*nearest that works is #[0-9a-f]{6}/,
  );
  expect(problemOf({ announcementLink: "javascript:alert(1)" })).toMatch("begin with");
  expect(problemOf({ announcementLink: "//elsewhere.example" })).toMatch("begin with");
  expect(problemOf({ announcement: "x".repeat(201) })).toMatch("at most 200");
});

test("a name is one line, whatever is typed into it", () => {
  expect(wish({ name: " The\nTea \t Room ", tagline: "Tea\r\nBcc: x" })).toMatchObject({
    ...{ name: "The Tea Room", tagline: "Tea Bcc: x" },
  });
});

test("a page of its own is Markdown under the rules of articles", async () => {
  const page = await changePage("privacy", { version: 0, source: "## What we keep\n\nNothing." }, max);
  expect(page.html).toContain("What we keep</h2>");
  expect(await sitePage("privacy")).toEqual(page);
  await expect(
    changePage("privacy", { version: 1, source: "Fine.\n\n<script>alert(1)</script>" }, max),
  ).rejects.toMatchObject({ status: 422 });
  await expect(sitePage("secret")).rejects.toMatchObject({ status: 404 });
});

test("kept pages are not served on once the site has changed", async () => {
  const before = await currentState();
  await changeSite(wish({ name: "The Tea Room" }), max);
  expect((await currentState()).standing).not.toBe(before.standing);
});

test("an article that is begun here has the site's usual results", async () => {
  await changeSite(wish({ results: "always" }), max);
  const id = await beginDraft(null, max);
  expect((await draftFor(id, max)).fields.results).toBe("always");
});

test("an article has the quotation marks of the site's language, in its preview and published", async () => {
  await changeSite(wish({ language: "de" }), max);
  const id = await beginDraft(null, max);
  const slug = `tee-${id.slice(-12)}`;
  const fields = { title: "Tee", slug, standfirst: "Tee.", author: "Max", body: '"Ja", sagte er.' };
  const { version } = await saveDraft(id, { version: 1, fields }, max);
  const { html } = await draftReading(id, max);
  expect(html).toBe("<p>„Ja“, sagte er.</p>\n");
  await publishDraft(id, { version, revision: 0, correction: "" }, max);
  expect((await articleBySlug(slug))?.html).toBe(html);
  const { changed, revision } = await publish(await articleFileText(slug, operator), operator);
  expect([changed, revision]).toEqual([false, 1]);
});
