import { expect, type Page } from "@playwright/test";
import { publishAnArticle, seedAThread } from "./articles";
import { login, loginAs, loginAsAnotherModerator, type Player } from "./cast";
import { once, says } from "./discussion";
import { writeNaughtily } from "./naughty";
import { PEOPLE, type Person } from "./pages";

/** Comments that need a second page. */
const MORE_THAN_A_PAGE = 70;

/** Somebody with cookies of their own, in a browser or without. */
export type Asking = Pick<Page, "request">;

async function done(answer: { ok: () => boolean; text: () => Promise<string> }): Promise<void> {
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** A site on which something has happened, and everybody signed in. @param somewhere makes a place for one of them */
export async function everybody<Place extends Asking>(
  somewhere: () => Promise<Place>,
): Promise<Record<Person, Place>> {
  const places: Partial<Record<Person, Place>> = {};
  for (const person of PEOPLE) places[person] = await somewhere();
  const all = places as Record<Person, Place>;
  const open = await publishAnArticle();
  const closed = await publishAnArticle();
  await seedAThread(closed.split("/").at(-1) ?? "", MORE_THAN_A_PAGE);
  await login(all.reader, "Rae");
  const suspended = await login(all.suspended, "Sue");
  const steward = await login(all["article moderator"], "Nina");
  await loginAs(all.editor, "editor");
  await loginAs(all.moderator, "moderator");
  await loginAsAnotherModerator(all.admin, "Rita", "admin");
  await somethingHappens({ all, open, closed, suspended, steward });
  await writeNaughtily(await somewhere(), open);
  return all;
}

type Site = {
  all: Record<Person, Asking>;
  open: string;
  closed: string;
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
