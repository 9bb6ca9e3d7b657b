import type { Browser, Page } from "@playwright/test";
import { crawl, deadFragments, SharedAnswers, type Visit } from "./crawl";
import { effort } from "@/test/effort";
import { barriers } from "./accessibility";
import { everybody } from "./everybody";
import { waysInArticle } from "./menus";
import { pageAt, pagesOfApp, PEOPLE, WAYS, type Person } from "./pages";
import { expect, test } from "./story";
import { faultsOf, wordsRunTogether } from "./valid-html";

/** The promise of finding it: whoever a page is for gets there from the front page, without script, in three clicks. */

const CLICKS = 3;

const somewhere = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

/** A visit that led to a refusal or to nothing; signed out, a page may lead to signing in. */
const isRefused = ({ status, landed, address }: Visit, person: Person): boolean =>
  status >= 400 || (landed === "/sign-in" && person !== "signed out" && !address.startsWith("/sign-in"));

/** A link to a page that is for others. Signed-in people are led away from signing in, so that one is for everybody. */
function isNotFor({ landed }: Visit, person: Person): boolean {
  const way = WAYS[pageAt(landed) ?? ""];
  return way !== undefined && typeof way !== "string" && !way.includes(person);
}

test("every page of the app is named, with whom it is for or the step that leads there", () => {
  expect(Object.keys(WAYS).sort()).toEqual(pagesOfApp());
});

/** Of each page so many are read by the validator: in the short run as whoever sees most of it. */
const READ = effort(1, Infinity);

/** What is no HTML as the standard has it, on so many pages of each kind. @param read how many were read before */
async function notValid(visits: readonly Visit[], read: Map<string, number>): Promise<string[]> {
  const found: string[] = [];
  for (const { html, landed, address } of visits) {
    const page = pageAt(landed) ?? landed;
    const before = read.get(page) ?? 0;
    if (html === "" || before >= READ) continue;
    read.set(page, before + 1);
    found.push(...(await faultsOf(html)).map((fault) => `${address}: ${fault}`));
    found.push(...wordsRunTogether(html).map((words) => `${address}: words run together: ${words}`));
  }
  return found;
}

/** Forms of a page drawn for one person that do not say whose it is, and could be sent as somebody else's from a second tab. */
const formsOfNobody = ({ html, shared, address }: Visit): string[] =>
  shared || OF_NOBODY.test(address)
    ? []
    : [...html.matchAll(/<form\b[^>]*\bmethod="post"[^>]*>(?!<input type="hidden" name="_as" )/g)].map(
        ([form]) => `${address}: ${form} does not say whose it is`,
      );
/** Pages that ask for what one knows or has been sent, whoever is signed in. */
const OF_NOBODY = /^\/(?:forgotten-password|mailbox)/;

/** One address of each page somebody got to. */
const ofEachPage = (visits: readonly Visit[]): [page: string, address: string][] => [
  ...new Map(
    visits
      .filter(({ html }) => html !== "")
      .map(({ landed, address }): [string, string] => [pageAt(landed) ?? landed, address]),
  ),
];

/** What staff find in the header, and nobody else; the page of each. */
const OF_STAFF: Readonly<Record<string, readonly Person[]>> = {
  "/moderation": ["article moderator", "moderator", "admin"],
  "/write": ["editor", "admin"],
  "/moderation/members": ["admin"],
  "/moderation/settings": ["admin"],
};

/** With script a page knows who looks at it: what its menus offer is theirs, and what is theirs is offered. */
async function wrongInMenus(
  page: Page,
  person: Person,
  path: string,
  visits: readonly Visit[],
): Promise<string[]> {
  const ways = await waysInArticle(page, path);
  const known = new Map(visits.map((visit) => [visit.address, visit]));
  const wrong = Object.entries(OF_STAFF)
    .filter(([address, people]) => people.includes(person) !== ways.includes(address))
    .map(([address]) => `${person}: the header has ${address}, or lacks it`);
  for (const address of ways) {
    const answer = known.get(address) ?? (await visited(page, address, path));
    if (isRefused(answer, person) || isNotFor(answer, person))
      wrong.push(`${person}: a menu in ${path} leads to ${address}, which is not for them`);
  }
  return wrong;
}

async function visited(page: Page, address: string, from: string): Promise<Visit> {
  const answer = await page.request.get(address);
  return {
    address,
    from,
    clicks: 1,
    status: answer.status(),
    landed: new URL(answer.url()).pathname,
    html: "",
    shared: false,
  };
}

/** In the short run without two who find what others find, too: a moderator's pages are an admin's, and a suspended member's a reader's. */
const WHO_SEES_MOST_FIRST = PEOPLE.toReversed().filter(
  (person) => !effort<readonly Person[]>(["moderator", "suspended"], []).includes(person),
);

/** Whose menus are opened: one who looks after nothing, one who looks after a part, and one who looks after all. */
const WITH_MENUS: readonly Person[] = ["reader", "article moderator", "admin"];

const hasMenus = ({ landed, html }: Visit): boolean =>
  pageAt(landed) === "/articles/[slug]" && html.includes('data-action="menu"');

test("everybody finds every page that is for them in three clicks, no link leads to a refusal or to nothing, and each is valid HTML without barriers", async ({
  browser,
}) => {
  test.setTimeout(effort(600_000, 1_800_000));
  const all = await everybody(() => somewhere(browser));
  const answers = new SharedAnswers();
  const wrong: string[] = [];
  const looked = new Set<string>();
  const read = new Map<string, number>();
  for (const [nth, person] of WHO_SEES_MOST_FIRST.entries()) {
    const visits = await crawl(all[person].request, CLICKS, answers);
    const reached = new Set(visits.map(({ landed }) => pageAt(landed)));
    for (const [page, way] of Object.entries(WAYS)) {
      if (typeof way !== "string" && way.includes(person) && !reached.has(page))
        wrong.push(`${person}: no way to ${page}`);
    }
    for (const visit of visits)
      if (isRefused(visit, person))
        wrong.push(`${person}: ${visit.address} on ${visit.from} leads to ${visit.status} ${visit.landed}`);
      else if (isNotFor(visit, person))
        wrong.push(`${person}: ${visit.address} on ${visit.from} is not for them`);
    wrong.push(...deadFragments(visits).map((link) => `${person}: ${link}, and it is not there`));
    if (person !== "signed out")
      wrong.push(...visits.flatMap(formsOfNobody).map((form) => `${person}: ${form}`));
    wrong.push(...(await notValid(visits, read)).map((fault) => `${person}: ${fault}`));
    const discussed = visits.find(hasMenus);
    if (discussed && WITH_MENUS.includes(person))
      wrong.push(...(await wrongInMenus(all[person], person, discussed.landed, visits)));
    for (const [at, [page, address]] of ofEachPage(visits).entries()) {
      // In the short run each page is looked at as one person, or as the last who comes to it.
      if (effort(1, 0) && (looked.has(page) || (at % 3 !== nth % 3 && nth < WHO_SEES_MOST_FIRST.length - 1)))
        continue;
      looked.add(page);
      // Colours hang neither on who looks nor on the page: by turns, so that neither is left out.
      await all[person].emulateMedia({ colorScheme: looked.size % 2 === 0 ? "light" : "dark" });
      await all[person].goto(address);
      wrong.push(...(await barriers(all[person])).map((barrier) => `${person}: ${address}: ${barrier}`));
    }
  }
  expect(wrong).toEqual([]);
});
