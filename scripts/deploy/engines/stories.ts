import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Player } from "@/e2e/cast";
import { until } from "@/scripts/deploy/programs";
import type { Deployed } from "@/scripts/deploy/stories";
import { signUp, type Visitor } from "@/scripts/deploy/visitors";
import type { Window } from "./window";

/** A window, and a site on which something has been said. */
export type Scene = Readonly<{
  window: Window;
  site: Deployed;
  /** Of an article with a poll that has a result, and a discussion longer than the window. */
  article: string;
  /** Who wrote what stands in it. */
  bo: Visitor;
  /** Who reads it; not signed in yet. */
  rae: Player;
  /** The ids of two comments, the first far above the other. */
  above: string;
  target: string;
  moderator: Player;
}>;

/** What is drawn late is there after that, in milliseconds. */
const SETTLED = 800;
/** Pixels that rounding may take. */
const A_HAIR = 3;
/** Where the stream was refused, it is asked for again after half a minute at the latest; milliseconds. */
const HEARD_AGAIN_WITHIN = 60_000;

/** What lives on the browser's own behaviour; each goes on where the one before it ended. */
export const stories: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  "one signs in, votes by the keyboard, and the keyboard goes on from there": async (scene) => {
    const { window, article, rae } = scene;
    await signsIn(window, rae);
    await opens(window, article);
    await window.until("a poll one may vote in", () => document.querySelector("#poll form label") !== null);
    await window.look(() => document.querySelector<HTMLElement>("#poll input[type=radio]")?.focus());
    await window.press("ArrowDown");
    await window.press("Enter");
    await window.until(
      "the vote is in",
      () => document.querySelector("#poll")?.textContent.includes("Your vote is in") ?? false,
    );
    await keepsItsPlace(window);
    await window.look(() => document.querySelector<HTMLElement>("#poll form button:not([name])")?.focus());
    await window.press("Enter");
    await pause(SETTLED);
    await keepsItsPlace(window);
  },

  "the comment one came for stays in sight while the page fills": async (scene) => {
    const { window, article, target } = scene;
    await comesFor(scene);
    assert.ok(await hasResult(window), "The poll shows its result to who has voted.");
    assert.ok(isNear(await window.top(`#c-${target}`)), `It is at ${await window.top(`#c-${target}`)}.`);
    await window.goto("/rules");
    await opens(window, `${article}#discussion`);
    await pause(SETTLED);
    assert.ok(isNear(await window.top("#discussion")), `It is at ${await window.top("#discussion")}.`);
  },

  "what changes above the window moves nothing that one reads": async (scene) => {
    const { window, bo, above, target } = scene;
    await comesFor(scene);
    const before = await window.top(`#c-${target}`);
    const longer = Array.from({ length: 15 }, (_, nth) => `And ${nth} more things that I forgot.`).join(
      "\n\n",
    );
    const told = await bo.ask(`/comments/${above}`, { method: "PATCH", body: { body: longer, revision: 1 } });
    assert.equal(told.status, 200, told.text);
    await window.until(
      "the longer comment",
      (id) => document.getElementById(`c-${id}`)?.textContent.includes("And 14 more") ?? false,
      above,
    );
    await pause(SETTLED);
    assert.ok(
      isClose(await window.top(`#c-${target}`), before),
      `${before} became ${await window.top(`#c-${target}`)}.`,
    );
  },

  "a reload keeps the place": async (scene) => {
    const { window, target } = scene;
    await comesFor(scene);
    await window.look((id) => {
      document.getElementById(`c-${id}`)?.scrollIntoView();
      scrollBy(0, -120);
    }, target);
    await pause(SETTLED);
    const before = await window.top(`#c-${target}`);
    await window.reload();
    await isAwake(window);
    await pause(SETTLED);
    assert.ok(
      isClose(await window.top(`#c-${target}`), before),
      `${before} became ${await window.top(`#c-${target}`)}.`,
    );
  },

  "back and forward lead to where one was": async (scene) => {
    const { window, target } = scene;
    await comesFor(scene);
    const before = await window.top(`#c-${target}`);
    // A pointer would have to go there first, and the page with it.
    await window.look(() => document.querySelector<HTMLElement>("footer a[href='/rules']")?.click());
    await window.until("the rules", () => location.pathname === "/rules");
    await window.travel(-1);
    await isAwake(window);
    await pause(SETTLED);
    assert.ok(
      isClose(await window.top(`#c-${target}`), before),
      `${before} became ${await window.top(`#c-${target}`)}.`,
    );
    await window.travel(1);
    await window.until("the rules again", () => location.pathname === "/rules");
  },

  "single keys step, fold and tell of themselves": async (scene) => {
    const { window, target } = scene;
    await comesFor(scene);
    await window.press("k");
    const at = () => window.look(() => document.activeElement?.closest("li[id^=c-]")?.id ?? "");
    assert.notEqual(await at(), "");
    assert.notEqual(await at(), `c-${target}`);
    await window.press("j");
    assert.equal(await at(), `c-${target}`);
    await window.press("?");
    await window.until("the list of keys", () => document.querySelector("dialog[open]") !== null);
    await window.press("Escape");
    await window.until("no list of keys", () => document.querySelector("dialog[open]") === null);
  },

  "what is selected is quoted, and what was begun is there after a reload": async (scene) => {
    const { window, target } = scene;
    await comesFor(scene);
    await window.select(`#c-${target} > div[dir] > p`);
    await window.click("Quote", `#c-${target}`);
    await hasWritten(window, "> ");
    await window.write("Yes and");
    await window.press("Control+b");
    await window.write("no");
    await hasWritten(window, "Yes and**no**");
    await window.reload();
    await isAwake(window);
    await window.click("Reply to", `#c-${target}`);
    await hasWritten(window, "Yes and**no**");
    await window.press("Escape");
    await window.until("no field", () => document.querySelector("#discussion textarea") === null);
    assert.equal(await window.look(() => document.activeElement?.getAttribute("data-action")), "reply");
  },

  "what is posted while the site is away is posted once it is back": async (scene) => {
    const { window, site, target, bo } = scene;
    await comesFor(scene);
    await window.click("Reply to", `#c-${target}`);
    await window.until("a field", () => document.querySelector("#discussion textarea") !== null);
    await window.press("Control+a");
    await window.write("Said into the void.");
    await site.away(async () => {
      await window.click("Post", "#discussion form");
      await window.until(
        "a word that it is not sent yet",
        () => document.querySelector("#discussion")?.textContent.includes("Not sent yet") ?? false,
      );
    });
    await window.click("Try now", "#discussion");
    const arrived = async () =>
      (await repliesTo(bo, scene)).filter((body) => body.includes("into the void")).length;
    await until(async () => (await arrived()) > 0, "The comment is not posted.");
    await pause(SETTLED);
    assert.equal(await arrived(), 1);
  },

  "what is said after the site was away is heard, without a reload": async (scene) => {
    const { window, site, bo, target } = scene;
    await comesFor(scene);
    await site.away(() => pause(3_000));
    const told = await bo.ask(`${scene.article}/comments`, {
      method: "POST",
      body: { body: "Said once it was back.", parentId: target },
    });
    assert.equal(told.status, 201, told.text);
    const giveUpAt = Date.now() + HEARD_AGAIN_WITHIN;
    const isHeard = () =>
      window.look(
        (id) => document.getElementById(`c-${id}`)?.innerText.includes("1 new reply") ?? false,
        target,
      );
    while (!(await isHeard())) {
      assert.ok(Date.now() < giveUpAt, "Nobody heard of the reply.");
      await pause(500);
    }
  },

  "on paper there are dates, and nothing to press": async (scene) => {
    await comesFor(scene);
    const { pressed, ages, grids } = await scene.window.look(onPaper);
    assert.deepEqual({ pressed, ages, grids }, { pressed: [], ages: [], grids: 0 });
  },

  "the desk decides on a site without https": async (scene) => {
    const { window, moderator, bo, target } = scene;
    assert.equal(await window.look(() => isSecureContext), false);
    const reporter = await signUp(scene.site.url, "Cy");
    const reported = await reporter.ask(`/comments/${target}/reports`, {
      method: "POST",
      body: { reason: "noise" },
    });
    assert.ok(reported.status < 300, reported.text);
    await window.look(async () => {
      await fetch("/api/v1/session", { method: "DELETE" });
    });
    await signsIn(window, moderator);
    await window.goto(`/moderation?queue=reported&member=${bo.handle}`);
    await window.until("a desk that listens to keys", () => document.body.hasAttribute("data-keys"));
    await window.press("j");
    await window.press("a");
    await window.until(
      "the decision",
      () => document.querySelector("main")?.innerText.match(/You (kept|approved) this/) ?? false,
    );
  },
};

/** What had the keyboard may be gone; where it goes on is set once the page has been drawn. */
const keepsItsPlace = (window: Window): Promise<void> =>
  window.until("the keyboard's place", () => document.activeElement?.tagName !== "BODY");

async function signsIn(window: Window, { email, password }: Player): Promise<void> {
  await window.goto("/sign-in");
  await window.click("E-mail", "main form");
  await window.write(email);
  await window.click("Password", "main form");
  await window.write(password);
  await window.press("Enter");
  await window.until(
    "signed in",
    () => location.pathname !== "/sign-in" && document.readyState === "complete",
  );
}

async function opens(window: Window, path: string): Promise<void> {
  await window.goto("/robots.txt");
  await window.goto(path);
  await isAwake(window);
}

const isAwake = (window: Window): Promise<void> =>
  window.until(
    "a discussion that is awake",
    () => document.querySelector("[data-discussion][data-ready]") !== null,
  );

/** By the address that a notice has. */
async function comesFor({ window, article, target }: Scene): Promise<void> {
  await opens(window, `${article}?comment=${target}#c-${target}`);
  await pause(SETTLED);
}

const isNear = (top: number): boolean => top >= -A_HAIR && top < 200;
const isClose = (top: number, before: number): boolean => Math.abs(top - before) <= A_HAIR;

const hasResult = (window: Window): Promise<boolean> =>
  window.look(() => /\d\s?%/.test(document.querySelector("#poll")?.textContent ?? ""));

const hasWritten = (window: Window, words: string): Promise<void> =>
  window.until(
    `“${words}” in the field`,
    (there) =>
      document.querySelector<HTMLTextAreaElement>("#discussion textarea")?.value.includes(there) ?? false,
    words,
  );

const Replies = z.object({ items: z.array(z.object({ html: z.string() })) });

async function repliesTo(reader: Visitor, { article, target }: Scene): Promise<string[]> {
  const { text } = await reader.ask(`${article}/comments?parent=${target}&sort=newest`);
  return Replies.parse(JSON.parse(text)).items.map(({ html }) => html);
}

/** Runs in the page: what there would be on paper, told by the rules that are meant for it. */
function onPaper(): { pressed: string[]; ages: string[]; grids: number } {
  const medias = [...document.styleSheets].flatMap((sheet) => mediaIn([...sheet.cssRules]));
  for (const { media } of medias) media.mediaText = "all";
  const isThere = (one: Element) => one.getClientRects().length > 0;
  const pressed = [...document.querySelectorAll("main :is(button, textarea, input, summary)")].filter(
    isThere,
  );
  const times = [...document.querySelectorAll<HTMLElement>("time[data-relative]")].filter(isThere);
  const lists = [...document.querySelectorAll("#discussion ol")];
  return {
    pressed: pressed.map((one) => one.outerHTML.slice(0, 80)),
    ages: times.filter((one) => !isDated(one)).map((one) => one.outerHTML),
    grids: lists.filter((one) => getComputedStyle(one).display === "grid").length,
  };

  // The age has no size, and what stands in its title comes after it.
  function isDated(time: HTMLElement): boolean {
    const said = getComputedStyle(time, "::after").content;
    return getComputedStyle(time).fontSize === "0px" && /attr|\d{4}/.test(said) && /\d{4}/.test(time.title);
  }

  function mediaIn(rules: CSSRule[]): CSSMediaRule[] {
    return rules.flatMap((rule) => [
      ...(rule instanceof CSSMediaRule && rule.media.mediaText === "print" ? [rule] : []),
      ...("cssRules" in rule ? mediaIn([...(rule as CSSGroupingRule).cssRules]) : []),
    ]);
  }
}
