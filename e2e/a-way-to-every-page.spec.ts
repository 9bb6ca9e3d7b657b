import type { Browser, Page } from "@playwright/test";
import { publishAnArticle, seedAThread } from "./articles";
import { login, loginAs, loginAsAnotherModerator, type Player } from "./cast";
import { crawl, SharedAnswers, type Visit } from "./crawl";
import { once, says } from "./discussion";
import { effort } from "@/test/effort";
import { barriers } from "./accessibility";
import { writeNaughtily } from "./naughty";
import { pageAt, pagesOfApp, PEOPLE, WAYS, type Person } from "./pages";
import { expect, test } from "./story";
import { faultsOf } from "./valid-html";

/** The promise of finding it: whoever a page is for gets there from the front page, without script, in three clicks. */

const CLICKS = 3;
/** Comments that need a second page. */
const MORE_THAN_A_PAGE = 70;

const somewhere = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

async function done(answer: { ok: () => boolean; text: () => Promise<string> }): Promise<void> {
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** A site on which something has happened, and everybody signed in on a page of their own. */
async function everybody(browser: Browser): Promise<Record<Person, Page>> {
  const pages: Partial<Record<Person, Page>> = {};
  for (const person of PEOPLE) pages[person] = await somewhere(browser);
  const all = pages as Record<Person, Page>;
  const open = await publishAnArticle();
  const closed = await publishAnArticle();
  await seedAThread(closed.split("/").at(-1) ?? "", MORE_THAN_A_PAGE);
  const reader = await login(all.reader, "Rae");
  const suspended = await login(all.suspended, "Sue");
  const steward = await login(all["article moderator"], "Nina");
  await loginAs(all.editor, "editor");
  await loginAs(all.moderator, "moderator");
  await loginAsAnotherModerator(all.admin, "Rita", "admin");
  await somethingHappens({ all, open, closed, reader, suspended, steward });
  return all;
}

type Site = {
  all: Record<Person, Page>;
  open: string;
  closed: string;
  reader: Player;
  suspended: Player;
  steward: Player;
};

async function somethingHappens({ all, open, closed, suspended, steward }: Site): Promise<void> {
  const request = (person: Person) => all[person].request;
  const edited = await says(
    all.reader,
    open,
    once("I would begin with what the people who do the work know."),
  );
  await done(
    await request("reader").patch(`/api/v1/comments/${edited}`, {
      data: { body: once("I would begin with those who do the work, and what they know."), revision: 1 },
    }),
  );
  for (const person of ["suspended", "article moderator"] as const)
    await says(all[person], open, once("Nobody writes down what everybody in the room knows anyway."));
  await done(
    await request("moderator").post(`/api/v1/members/${suspended.handle}/sanctions`, {
      data: { kind: "suspension", ground: "person", days: 7, explanation: "" },
    }),
  );
  await done(await request("admin").post(`/api/v1${open}/moderators`, { data: { handle: steward.handle } }));
  await done(
    await request("editor").post(`/api/v1/comments/${edited}/reports`, { data: { reason: "noise" } }),
  );
  await done(await request("editor").put(`/api/v1${closed}/poll/close`));
  await writeNaughtily(all.moderator, open);
}

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

/** Of each page so many are read by the validator, as every person. */
const READ = effort(2, Infinity);

/** What is no HTML as the standard has it, on so many pages of each kind. */
async function notValid(visits: readonly Visit[]): Promise<string[]> {
  const read = new Map<string, number>();
  const found: string[] = [];
  for (const { html, landed, address } of visits) {
    const page = pageAt(landed) ?? landed;
    const before = read.get(page) ?? 0;
    if (html === "" || before >= READ) continue;
    read.set(page, before + 1);
    found.push(...(await faultsOf(html)).map((fault) => `${address}: ${fault}`));
  }
  return found;
}

/** One address of each page somebody got to. */
const ofEachPage = (visits: readonly Visit[]): [page: string, address: string][] => [
  ...new Map(
    visits
      .filter(({ html }) => html !== "")
      .map(({ landed, address }): [string, string] => [pageAt(landed) ?? landed, address]),
  ),
];

test("everybody finds every page that is for them in three clicks, no link leads to a refusal, and each is valid HTML without barriers", async ({
  browser,
}) => {
  test.setTimeout(effort(300_000, 1_800_000));
  const all = await everybody(browser);
  const answers = new SharedAnswers();
  const wrong: string[] = [];
  const looked = new Set<string>();
  for (const [nth, person] of PEOPLE.entries()) {
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
    wrong.push(...(await notValid(visits)).map((fault) => `${person}: ${fault}`));
    for (const [at, [page, address]] of ofEachPage(visits).entries()) {
      // In the short run each page is looked at as one person, or as the last who comes to it.
      if (effort(1, 0) && (looked.has(page) || (at % 3 !== nth % 3 && nth < PEOPLE.length - 1))) continue;
      looked.add(page);
      await all[person].goto(address);
      wrong.push(...(await barriers(all[person])).map((barrier) => `${person}: ${address}: ${barrier}`));
    }
  }
  expect(wrong).toEqual([]);
});
