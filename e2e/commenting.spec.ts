import type { Page } from "@playwright/test";
import { barriers } from "./accessibility";
import { publishAnArticle } from "./articles";
import { login } from "./cast";
import * as discussion from "./discussion";
import { field, item, once, own, signIn, someone } from "./discussion";
import { expect, test } from "./story";
import { effort } from "@/test/effort";

/** Commenting: a reply lands where it belongs, is never lost, and a thread stays readable. */

let article = "";
test.beforeAll(async () => {
  article = await publishAnArticle();
});

const says = (page: Page, body: string, parentId?: string) => discussion.says(page, article, body, parentId);
const open = (page: Page, id: string) => discussion.open(page, article, id);

test.describe("with script", () => {
  test("a reply lands under what it answers, and its draft survives a reload", async ({ page, browser }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, once("A claim to be answered."));
    await login(page, "Cy");
    const words = once("An answer *written* twice.");
    await own(await open(page, id), "Reply").click();
    await field(page).fill(words);
    await open(page, id);
    await own(await open(page, id), "Reply").click();
    await expect(field(page)).toHaveValue(words);
    await page.getByRole("button", { name: "Post" }).click();
    const reply = item(page, id).locator("ol > li").filter({ hasText: "An answer written twice." });
    await expect(reply).toBeFocused();
    await expect(page.getByText("Thank you for your first comment")).toBeVisible();
    await own(await open(page, id), "Reply").click();
    await expect(field(page)).toHaveValue("");
  });

  test("a session that ended in the middle of writing costs no word", async ({ page, browser }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, once("Take your time with this one."));
    const cy = await login(page, "Cy");
    const words = once("I took my time.");
    await own(await open(page, id), "Reply").click();
    await field(page).fill(words);
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Post" }).click();
    await page.getByRole("button", { name: "Sign in and post it" }).click();
    await signIn(page, cy);
    await expect(page).toHaveURL(/\/comments\//);
    await expect(page.getByText(words)).toBeVisible();
  });

  // rune-org/rune#499, open-mercato/open-mercato#1947
  test("what one wrote is not posted as whoever has signed in in another tab", async ({ page, browser }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, once("Two of us share this computer."));
    await login(page, "Cy");
    const words = once("These are my words and not his.");
    const comment = await open(page, id);
    await own(comment, "Reply").click();
    await field(page).fill(words);
    await login(page, "Dan");
    await page.getByRole("button", { name: "Post" }).click();
    await expect(page.getByText("You are now signed in as @dan-")).toBeVisible();
    await expect(field(page)).toHaveValue(words);
  });

  test("what was written in a tunnel is posted once when the network is back", async ({ page, browser }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, once("Somebody will answer this from a train."));
    await login(page, "Cy");
    const words = once("Written in a tunnel.");
    await own(await open(page, id), "Reply").click();
    await field(page).fill(words);
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Post" }).dblclick();
    await expect(page.getByText("Not sent yet", { exact: true })).toBeVisible();
    await page.context().setOffline(false);
    await expect(item(page, id).locator("ol > li").filter({ hasText: words })).toHaveCount(1);
    await expect(page.getByText("Not sent yet", { exact: true })).toHaveCount(0);
    const answer = await page.request.get(`/api/v1/comments/${id}`);
    const { comment } = (await answer.json()) as { comment: { replyCount: number } };
    expect(comment.replyCount).toBe(1);
  });

  test("one's own new comment is no news, hit by no second click, and first after a reload", async ({
    page,
    browser,
  }) => {
    const there = await publishAnArticle();
    const { page: bos } = await someone(browser, "Bo");
    for (let nth = 0; nth < 3; nth++) await discussion.says(bos, there, once("Somebody was here before."));
    await login(page, "Cy");
    await discussion.awake(page, () => page.goto(there));
    // Its answer comes long after the stream has told of it.
    await page.route("**/api/v1/articles/*/comments", async (route) => {
      const answer = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.fulfill({ response: answer });
    });
    const words = once("Mine is the newest here.");
    await page.getByText("Add to the discussion").click();
    await field(page).fill(words);
    const button = await page.getByRole("button", { name: "Post" }).boundingBox();
    if (!button) throw new Error("There is no button.");
    const [x, y] = [button.x + button.width / 2, button.y + button.height / 2];
    await page.mouse.click(x, y);
    await page.mouse.click(x, y);
    await expect(page.getByText("Thank you for your first comment")).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(there);
    await expect(page.getByText(/\d new comment/)).toHaveCount(0);
    await page.unroute("**/api/v1/articles/*/comments");
    await discussion.awake(page, () => page.reload());
    const first = page.locator('[data-discussion] > ol[data-level="0"] > li').first();
    await expect(first).toContainText(words);
  });

  test("a refused reply opens again with its words and the reason", async ({ page, browser }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, once("Soon to be gone."));
    await login(page, "Cy");
    await own(await open(page, id), "Reply").click();
    await field(page).fill("Just in time?");
    await bos.request.delete(`/api/v1/comments/${id}`);
    await page.getByRole("button", { name: "Post" }).click();
    await expect(page.getByText("withdrew this comment, so you can no longer reply")).toBeVisible();
    await expect(field(page)).toHaveValue("Just in time?");
  });

  test("withdrawing leaves a tombstone, and can be undone", async ({ page }) => {
    await login(page, "Bo");
    const words = once("I am not so sure of this.");
    const id = await says(page, words);
    await own(await open(page, id), "More …").click();
    await page.getByRole("button", { name: "Withdraw" }).click();
    await expect(item(page, id)).toContainText("Withdrawn by its author");
    await page.getByRole("button", { name: "Restore" }).click();
    await expect(item(page, id)).toContainText(words);
  });

  test("a reaction is given and taken back, and a comment of the first hour keeps its score to itself", async ({
    page,
    browser,
  }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, once("Worth a thought."));
    await login(page, "Cy");
    const respect = (await open(page, id)).locator("> p").getByRole("button", { name: /Respect/ });
    await expect(respect).toHaveText("Respect");
    await respect.click();
    await expect(respect).toHaveAttribute("aria-pressed", "true");
    await expect(respect).toHaveText("Respect 1");
    await respect.click();
    await expect(respect).toHaveAttribute("aria-pressed", "false");
  });

  test("a vote is shown with a comment only when its author says so, and to those who have answered", async ({
    page,
    browser,
  }) => {
    const { page: bos } = await someone(browser, "Bo");
    await bos.request.put(`/api/v1${article}/poll/vote`, { data: { option: "approach" } });
    const quiet = await says(bos, once("Guess what I think."));
    await own(await open(bos, quiet), "Reply").click();
    await field(bos).fill(once("I say it openly."));
    await bos.getByLabel(/Show my vote/).check();
    await bos.getByRole("button", { name: "Post" }).click();
    const outspoken = bos.locator("li:focus");
    await expect(outspoken).toContainText("One of approach");
    const id = ((await outspoken.getAttribute("id")) ?? "").slice("c-".length);
    await expect(item(bos, quiet).locator("> p").first()).not.toContainText("One of approach");

    await login(page, "Cy");
    await expect((await open(page, id)).locator("> p").first()).not.toContainText("One of approach");
    await page.request.put(`/api/v1${article}/poll/vote`, { data: { option: "complementary" } });
    await expect((await open(page, id)).locator("> p").first()).toContainText("One of approach");
  });

  test("long branches show three replies, and the others when asked, with the focus on the first of them", async ({
    page,
    browser,
  }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, once("Everybody has something to say to this."));
    for (const name of ["Cy", "Eve", "Fay", "Gus", "Hal"]) {
      const { page: theirs } = await someone(browser, name);
      await says(theirs, once(`${name} has this to say.`), id);
    }
    const comment = await open(page, id);
    const more = comment.getByRole("link", { name: "Show 2 more replies" });
    await more.click();
    await expect(comment.locator("ol > li")).toHaveCount(5);
    await expect(comment.locator("ol > li").nth(3)).toBeFocused();
    await expect(more).toHaveCount(0);
  });

  test("a fold is remembered, and opened for whoever is sent to what it hides", async ({ page, browser }) => {
    const { page: bos } = await someone(browser, "Bo");
    const { page: cys } = await someone(browser, "Cy");
    const id = await says(bos, once("The root of it."));
    const reply = await says(cys, once("Hidden in a fold."), id);
    const fold = (await open(page, id)).locator("summary");
    await fold.focus();
    await page.keyboard.press("Enter");
    await expect(item(page, reply)).toBeHidden();
    await expect(fold).toHaveText(/’s reply$/);
    await open(page, id);
    await expect(item(page, reply)).toBeHidden();
    await open(page, reply);
    await expect(item(page, reply).first()).toBeVisible();
  });

  test("news is a quiet word where it belongs, and nothing that is being read moves", async ({
    page,
    browser,
  }) => {
    const { page: bos } = await someone(browser, "Bo");
    const { page: cys } = await someone(browser, "Cy");
    const id = await says(bos, once("Read in peace."));
    const comment = await open(page, id);
    const before = await comment.boundingBox();
    const words = once("And another thing.");
    await says(cys, words, id);
    const news = comment.getByRole("link", { name: "1 new reply" });
    await expect(news).toBeVisible({ timeout: 15_000 });
    expect(await comment.boundingBox()).toEqual(before);
    await news.click();
    await expect(comment.locator("ol > li").filter({ hasText: words })).toBeFocused();
  });

  test("by keyboard alone: step, write, send, fold, and ask for the keys", async ({ page, browser }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, once("For those without a mouse."));
    await login(page, "Cy");
    const comment = await open(page, id);
    await comment.evaluate((element) => element.focus());
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await own(comment, "Reply").focus();
    await page.keyboard.press("Enter");
    await expect(field(page)).toBeFocused();
    const words = once("Typed and sent.");
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const reply = comment.locator("ol > li").filter({ hasText: words });
    await expect(reply).toBeFocused();
    await page.keyboard.press("k");
    await page.keyboard.press("[");
    await expect(reply).toBeHidden();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await expect(page.getByText("You are up to date.")).toBeVisible();
  });

  for (const colorScheme of effort<("light" | "dark")[]>(["dark"], ["light", "dark"]))
    test(`axe finds nothing in the discussion, on its pages and with the form open (${colorScheme})`, async ({
      page,
      browser,
    }) => {
      const { page: bos } = await someone(browser, "Bo");
      const id = await says(bos, once("Plain to everybody."));
      const reply = await says(bos, once("And so is this."), id);
      await page.emulateMedia({ colorScheme });
      await login(page, "Cy");
      await own(await open(page, reply), "Reply").click();
      expect(await barriers(page)).toEqual([]);
      const pages = [`/comments/${reply}`, `${article}/reply?to=${id}`, `${article}/comments?sort=newest`];
      // In the short run by who finds them by clicking (a-way-to-every-page.spec.ts).
      for (const path of effort([], pages)) {
        await page.goto(path);
        expect(await barriers(page), path).toEqual([]);
      }
    });

  test("a list that begins at a number of many figures shows all of them", async ({ page, browser }) => {
    const bo = await someone(browser, "Bo");
    const id = await says(bo.page, once("999999999. One point\n999999999. Another"));
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/comments/${id}`);
    const place = await item(page, id)
      .locator("ol[start]")
      .evaluate((list) => {
        const words = document.createRange();
        if (list.firstElementChild) words.selectNodeContents(list.firstElementChild);
        return (words.getClientRects()[0]?.left ?? 0) - list.getBoundingClientRect().left;
      });
    expect(place).toBeGreaterThan(50);
  });

  test("deep down on a small phone a line still has forty letters, and names whom it answers", async ({
    page,
    browser,
  }) => {
    const people = await Promise.all(["Bo", "Cy", "Eve", "Fay"].map((name) => someone(browser, name)));
    let id: string | undefined;
    let root = "";
    for (let depth = 0; depth < 8; depth++) {
      id = await says(
        people[depth % people.length]?.page ?? page,
        once(`At depth ${depth}, in words enough to fill a line or two.`),
        id,
      );
      root ||= id;
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const comment = await open(page, root);
    // All of it is there, or the way to the rest, where the page was drawn before the last of them.
    await item(page, id ?? "")
      .or(comment.getByRole("link", { name: /^Show|^Continue/ }))
      .first()
      .waitFor();
    const widths = await comment.locator("li div[dir]").evaluateAll((all) =>
      all.map((prose) => {
        const pen = document.createElement("canvas").getContext("2d");
        const { fontSize, fontFamily } = getComputedStyle(prose);
        if (!pen) return 0;
        pen.font = `${fontSize} ${fontFamily}`;
        const words = prose.textContent;
        return prose.clientWidth / (pen.measureText(words).width / words.length);
      }),
    );
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(40);
    await expect(comment.getByText(/replying to/).last()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("one writes signed out, signs in on the way, looks at it first, and it stands where it belongs", async ({
    page,
    browser,
  }) => {
    const { page: bos } = await someone(browser, "Bo");
    const { player: cy } = await someone(browser, "Cy");
    const id = await says(bos, once("Answer me without script."));
    await page.goto(`/comments/${id}`);
    await own(item(page, id), "Reply").click();
    const words = once("Nothing was lost on the way.");
    await field(page).fill(words);
    await page.getByRole("button", { name: "Preview" }).click();
    await signIn(page, cy);
    await expect(field(page)).toHaveValue(words);
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("paragraph").filter({ hasText: /^Preview$/ })).toBeVisible();
    await page.getByRole("button", { name: "Post" }).click();
    await expect(page).toHaveURL(/\/comments\/[0-9a-f-]+$/);
    await page.goto(`/comments/${id}`);
    await expect(item(page, id).locator("ol > li").filter({ hasText: words })).toBeVisible();
  });

  test("a refused comment comes back with its words and the reason", async ({ page }) => {
    await login(page, "Bo");
    await page.goto(`${article}/reply`);
    const words = "Too long. ".repeat(1_001);
    await field(page).fill(words);
    await page.getByRole("button", { name: "Post" }).click();
    await expect(page.getByRole("alert")).toContainText("10,000 characters");
    await expect(field(page)).toHaveValue(words);
  });

  test("a double click posts once", async ({ page, browser }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, once("Press twice."));
    await login(page, "Cy");
    await page.goto(`${article}/reply?to=${id}`);
    await field(page).fill(once("Pressed twice."));
    await page.getByRole("button", { name: "Post" }).dblclick();
    await expect(page).toHaveURL(/\/comments\//);
    const answer = await page.request.get(`/api/v1/comments/${id}`);
    const { comment } = (await answer.json()) as { comment: { replyCount: number } };
    expect(comment.replyCount).toBe(1);
  });

  test("an edit can be seen word by word, a withdrawal undone", async ({ page }) => {
    await login(page, "Bo");
    const id = await says(page, once("The difference is one of approach"));
    await page.goto(`/comments/${id}`);
    await page.getByRole("link", { name: "Edit or withdraw" }).click();
    await field(page).fill("The difference is one of purpose");
    await page.getByRole("button", { name: "Save" }).click();
    await own(item(page, id), "edited").click();
    await expect(page.locator("ins").first()).toContainText("purpose");
    await expect(page.locator("del").first()).toContainText("approach");
    await page.goto(`/comments/${id}/edit`);
    await page.getByRole("button", { name: "Withdraw comment" }).click();
    await page.getByRole("button", { name: "Restore" }).click();
    await page.goto(`/comments/${id}`);
    await expect(item(page, id)).toContainText("one of purpose");
  });

  test("a reaction, further pages and the way back work as links and forms", async ({ page, browser }) => {
    const { page: bos } = await someone(browser, "Bo");
    const id = await says(bos, once("Press and see."));
    await login(page, "Cy");
    await page.goto(`/comments/${id}`);
    await own(item(page, id), /Respect/).click();
    await expect(page).toHaveURL(`/comments/${id}`);
    const answer = await page.request.get(`/api/v1/comments/${id}`);
    const { comment } = (await answer.json()) as { comment: { mine: { reaction: string } } };
    expect(comment.mine.reaction).toBe("respect");
    await page.getByRole("link", { name: "See the full discussion" }).click();
    await expect(item(page, id)).toBeInViewport();
    await page.goto(`${article}/comments?sort=newest&limit=1`);
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(page.getByRole("link", { name: "First page" })).toBeVisible();
  });
});
