import type { Page } from "@playwright/test";
import { publishAnArticle } from "./articles";
import { login, loginAs } from "./cast";
import { awake, field, item, once, open, own, post, says, someone } from "./discussion";
import { moot } from "./moot";
import { effort } from "@/test/effort";
import { expect, test } from "./story";

/** Following a discussion: what is new is marked and heard of, quietly, and what one was about to say waits. */

let article = "";
test.beforeAll(async () => {
  article = await publishAnArticle();
});

const head = (page: Page) => page.locator("#discussion header");
/** Enough time with the discussion for a visit. */
async function visit(page: Page, path: string): Promise<void> {
  const noted = page.waitForRequest(/\/visit$/);
  await awake(page, () => page.goto(`${path}#discussion`));
  await noted;
}

test("what is new since the last visit is marked, n goes from one to the next, and then one is up to date", async ({
  page,
  browser,
}) => {
  const path = await publishAnArticle();
  const { page: bos } = await someone(browser, "Bo");
  const old = await says(bos, path, once("Here since before."));
  await login(page, "Cy");
  await visit(page, path);
  const [first, second] = [
    await says(bos, path, once("New, and a comment.")),
    await says(bos, path, once("New, and a reply."), old),
  ];
  await awake(page, () => page.goto(path));
  await expect(head(page)).toContainText("2 new since your last visit");
  const edge = (id: string) =>
    item(page, id).evaluate((element) => getComputedStyle(element, "::before").inlineSize);
  expect([await edge(first), await edge(second), await edge(old)]).toEqual(["3px", "3px", "auto"]);
  await page.keyboard.press("n");
  const one = await page.locator("li:focus").getAttribute("id");
  await page.keyboard.press("n");
  const other = await page.locator("li:focus").getAttribute("id");
  expect([one, other].sort()).toEqual([`c-${first}`, `c-${second}`].sort());
  await page.keyboard.press("n");
  await expect(page.getByText("You are up to date.")).toBeVisible();

  // Asked before it can know, the page answers once it knows.
  let tell = () => {};
  const told = new Promise<void>((resolve) => (tell = resolve));
  await page.route(/\/viewer\?/, (route) => told.then(() => route.continue()));
  const asked = page.waitForRequest(/\/viewer\?/);
  await page.reload();
  await asked;
  await page.keyboard.press("n");
  await expect(page.getByText("You are up to date.")).toBeHidden();
  tell();
  await expect(page.getByText("You are up to date.")).toBeVisible();
});

test("a reader without an account has what is new marked, too, and folds and orders remembered", async ({
  page,
  browser,
}) => {
  const path = await publishAnArticle();
  const { page: bos } = await someone(browser, "Bo");
  const { page: eves } = await someone(browser, "Eve");
  const old = await says(bos, path, once("Here since before."));
  await says(eves, path, once("With an answer."), old);
  await awake(page, () => page.goto(`${path}#discussion`));
  await page.getByRole("link", { name: "Newest" }).click();
  await item(page, old).locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith("moot:seen:"))))
    .toBe(true);
  await says(bos, path, once("New, and not seen yet."));
  await awake(page, () => page.goto(path));
  await expect(head(page)).toContainText("1 new since your last visit");
  await expect(page.getByRole("link", { name: "Newest" })).toHaveAttribute("aria-current", "true");
  await expect(item(page, old).locator("ol > li")).toBeHidden();
  await expect(item(page, old).locator("summary")).toContainText("’s reply");
});

test("whoever has voted stands where they stood after a reload, though the page grows by the result", async ({
  page,
}) => {
  const path = await publishAnArticle();
  await moot(
    "seed",
    "thread",
    "--article",
    path.split("/").at(-1) ?? "",
    "--comments",
    "30",
    "--votes",
    "40",
  );
  await login(page, "Cy");
  const voted = await page.request.put(`/api/v1${path}/poll/vote`, { data: { option: "approach" } });
  expect(voted.status(), await voted.text()).toBe(200);
  await awake(page, () => page.goto(path));
  await expect(page.locator("#poll")).toContainText("%");
  // Not the last: at the very end of a page there is nothing yet to scroll to while its foot is on its way.
  const comments = page.locator("#discussion li[id^=c-]");
  const read = comments.nth(Math.floor((await comments.count()) / 2));
  await read.evaluate((item) => item.scrollIntoView());
  const top = () => read.evaluate((item) => item.getBoundingClientRect().top);
  const before = await top();
  await awake(page, () => page.reload());
  await expect(page.locator("#poll")).toContainText("%");
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
});

test("reactions and a closed thread arrive while one reads", async ({ page, browser }) => {
  const { page: bos } = await someone(browser, "Bo");
  const { page: eves } = await someone(browser, "Eve");
  const id = await says(bos, article, once("Watched by two."));
  await login(page, "Cy");
  const comment = await open(page, article, id);
  await own(comment, "Respect").click();
  await expect(own(comment, /Respect/)).toHaveText("Respect 1");
  await eves.request.put(`/api/v1/comments/${id}/reaction`, { data: { kind: "respect" } });
  await expect(own(comment, /Respect/)).toHaveText("Respect 2");
  await eves.request.delete(`/api/v1/comments/${id}/reaction`);
  await expect(own(comment, /Respect/)).toHaveText("Respect 1");

  const { page: adas } = await someone(browser, "Ada");
  await loginAs(adas, "moderator");
  const lock = await adas.request.post("/api/v1/moderation/decisions", {
    data: { action: "lock", comment: id, ground: "topic" },
  });
  expect(lock.status(), await lock.text()).toBeLessThan(300);
  await expect(own(comment, "Reply")).toBeHidden();
});

test("a machine that has slept asks what was said meanwhile, and listens anew, whatever it believes of its connection", async ({
  page,
}) => {
  const path = await publishAnArticle();
  await page.clock.install();
  const listens = page.waitForResponse(/\/live\?/);
  await awake(page, () => page.goto(path));
  await listens;
  // As good as awake: nothing is asked anew.
  let asked = 0;
  page.on("request", (request) => (asked += Number(/\/(?:live|events)\?/.test(request.url()))));
  await page.clock.runFor(60_000);
  expect(asked).toBe(0);
  const asks = page.waitForResponse(/\/events\?/);
  await page.clock.fastForward(600_000);
  expect((await asks).ok()).toBe(true);
  const again = page.waitForResponse(/\/live\?/);
  await page.clock.runFor(31_000);
  expect((await again).ok()).toBe(true);
});

test("a discussion that is closed meanwhile says so, and what one was writing stays", async ({
  page,
  browser,
}) => {
  const path = await publishAnArticle();
  const { page: bos } = await someone(browser, "Bo");
  const [id, other] = [await says(bos, path, once("The last word.")), await says(bos, path, once("Or not."))];
  await login(page, "Cy");
  await own(await open(page, path, id), "Reply").click();
  await field(page).fill("I was about to say");
  const { page: adas } = await someone(browser, "Ada");
  await loginAs(adas, "moderator");
  const locked = await adas.request.patch(`/api/v1/moderation${path}`, {
    data: { comments: "locked", ground: "topic", explanation: "It has been said." },
  });
  expect(locked.status(), await locked.text()).toBe(200);
  await expect(page.getByText("moderator has locked").last()).toBeVisible();
  await expect(own(item(page, other), "Reply")).toBeHidden();
  await post(page);
  await expect(field(page)).toHaveValue("I was about to say");
  await expect(page.getByRole("alert").filter({ hasText: "moderator has locked" })).toBeVisible();
});

test("many news are told to a listener once, and counted where they belong", async ({ page, browser }) => {
  const { page: bos } = await someone(browser, "Bo");
  const { page: eves } = await someone(browser, "Eve");
  const id = await says(bos, article, once("Much will be said to this."));
  await login(page, "Cy");
  const comment = await open(page, article, id);
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    for (const region of document.querySelectorAll('[role="status"]'))
      new MutationObserver(() => {
        if (region.textContent) told.push(region.textContent);
      }).observe(region, { childList: true, subtree: true, characterData: true });
  });
  await says(bos, article, once("One."), id);
  await expect(comment.getByRole("link", { name: "1 new reply" })).toBeVisible();
  await says(eves, article, once("Two."), id);
  await says(bos, article, once("Three."), id);
  await expect(comment.getByRole("link", { name: "3 new replies" })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, "told") as string[])).toEqual(["1 new reply"]);
});

test("on a phone a word of news makes no line into two", async ({ page, browser }) => {
  const { page: bos } = await someone(browser, "Bo");
  const { page: eves } = await someone(browser, "Eve");
  const id = await says(bos, article, once("Read on the bus."));
  await page.setViewportSize({ width: 360, height: 740 });
  const comment = await open(page, article, id);
  const before = await comment.boundingBox();
  await says(eves, article, once("From another bus."), id);
  await expect(comment.getByRole("link", { name: "1 new reply" })).toBeInViewport();
  expect(await comment.boundingBox()).toEqual(before);
});

test("a selection becomes a quotation, and handles complete", async ({ page, browser }) => {
  const { page: bos, player: bo } = await someone(browser, "Bo");
  const id = await says(bos, article, once("One thing is *quite* right.\n\nAnother is not."));
  await login(page, "Cy");
  const comment = await open(page, article, id);
  await comment.locator("> div[dir] > p").first().selectText();
  await own(comment, "Reply").click();
  await expect(field(page)).toHaveValue("> One thing is *quite* right.\n\n");
  await page.keyboard.type(`Is it, @${bo.handle.slice(0, 6)}`);
  await expect(page.getByRole("option").first()).toContainText(bo.handle);
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue(`> One thing is *quite* right.\n\nIs it, @${bo.handle} `);
  await post(page);
  const reply = comment.locator("ol > li");
  await expect(reply.locator("blockquote")).toHaveText("One thing is quite right.");
  await expect(reply.getByRole("link", { name: `@${bo.handle}` })).toBeVisible();
});

// Tatoeba/tatoeba2#548, penpot/penpot#11757, breschio/drawbridge#34: the Enter that ends a composition did something of the page's.
test("an input method keeps its keys while names are offered; Escape closes, and the focus goes back", async ({
  page,
  browser,
}) => {
  const { page: bos, player: bo } = await someone(browser, "Bo");
  const id = await says(bos, article, once("Answered with an input method."));
  await login(page, "Cy");
  const comment = await open(page, article, id);
  await own(comment, "Reply").click();
  await expect(page.getByRole("textbox", { name: `Your reply to ${bo.name}` })).toBeFocused();
  await page.keyboard.type(`謝謝@${bo.handle.slice(0, 6)}`);
  await expect(page.getByRole("option").first()).toContainText(bo.handle);
  const taken = await field(page).evaluate((area) =>
    ["Enter", "Tab", "ArrowDown", "Escape"].flatMap((key) =>
      [{ isComposing: true }, { keyCode: 229 }].map((how) => {
        const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...how });
        return !area.dispatchEvent(event);
      }),
    ),
  );
  expect(taken).not.toContain(true);
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveCount(0);
  await expect(own(comment, "Reply")).toBeFocused();
  await expect(comment.getByRole("group", { name: `${bo.name}’s comment` })).toBeVisible();
});

test("two tabs hold two drafts, each its own, also after a reload", async ({ page, browser }) => {
  const { page: bos } = await someone(browser, "Bo");
  const id = await says(bos, article, once("Answered from two tabs."));
  await login(page, "Cy");
  const other = await page.context().newPage();
  for (const tab of [page, other]) await own(await open(tab, article, id), "Reply").click();
  await field(page).fill("What I say in the first tab");
  await field(other).fill("What I say in the second tab");
  for (const [tab, words] of [
    [page, "What I say in the first tab"],
    [other, "What I say in the second tab"],
  ] as const) {
    await own(await open(tab, article, id), "Reply").click();
    await expect(field(tab)).toHaveValue(words);
  }
});

for (const [words, days] of effort<readonly (readonly [string, number])[]>(
  [["early", 1]],
  [
    ["early", 1],
    ["late", -1],
  ],
))
  test(`a browser's clock that is a day ${words} says when things were said all the same`, async ({
    page,
    browser,
  }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, article, once("Said just now."));
    await page.clock.install({ time: Date.now() + days * 86_400_000 });
    await login(page, "Cy");
    const comment = await open(page, article, id);
    await expect(comment.locator("> p time")).toHaveText(/^(just now|1 min ago)$/);
    await own(comment, "Reply").click();
    await field(page).fill(once("Answered in good time."));
    await post(page);
    await expect(comment.locator("ol > li time")).toHaveText("just now");
  });
