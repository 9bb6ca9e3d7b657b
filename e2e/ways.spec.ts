import type { Browser, Page } from "@playwright/test";
import { publishAnArticle, seedAThread } from "./articles";
import { login, loginAs, loginAsAnotherModerator, type Player } from "./cast";
import { crawl, SharedAnswers, type Visit } from "./crawl";
import { once, says } from "./discussion";
import { pageAt, pagesOfApp, PEOPLE, WAYS, type Person } from "./pages";
import { expect, test } from "./story";

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

test("everybody finds every page that is for them in three clicks, and no link leads to a refusal", async ({
  browser,
}) => {
  const all = await everybody(browser);
  const answers = new SharedAnswers();
  const wrong: string[] = [];
  for (const person of PEOPLE) {
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
  }
  expect(wrong).toEqual([]);
});
