import type { Page } from "@playwright/test";
import { publishAnArticle, seedAThread } from "./articles";
import { loginAs } from "./cast";
import { sitDown } from "./desk";
import { expect, test } from "./story";

/** Comments of the made-up discussion, more than the desk shows at once; a few of them are withdrawn, and wait for nobody. */
const SEEDED = 212;
const AT_LEAST = 200;

const idAtHand = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

/** Decided, and gone on from; asked at every frame, for hundreds of polite waits are a long story. */
const settled = (page: Page, id: string, isLast: boolean) =>
  page.waitForFunction(
    ([at, last]) =>
      document.getElementById(at)?.dataset.done === "true" && (last || document.activeElement?.id !== at),
    [id, isLast] as const,
  );

async function left(page: Page, queue: string, article: string): Promise<number> {
  let count = 0;
  for (let after = ""; ;) {
    const query = new URLSearchParams({ queue, article, after, limit: "100" });
    const answer = await page.request.get(`/api/v1/moderation/queue?${query.toString()}`);
    const { items, next } = (await answer.json()) as { items: unknown[]; next: string | null };
    count += items.length;
    if (next === null) return count;
    after = next;
  }
}

test(
  `a queue of ${AT_LEAST} is taken to zero in one sitting, without touching the mouse`,
  { tag: "@long" },
  async ({ page }) => {
    test.setTimeout(600_000);
    const article = (await publishAnArticle()).split("/").at(-1) ?? "";
    await seedAThread(article, SEEDED);
    await loginAs(page, "moderator");
    const waiting = await left(page, "new", article);
    expect(waiting).toBeGreaterThanOrEqual(AT_LEAST);

    await sitDown(page, `/moderation?queue=new&article=${article}`);
    await page.keyboard.press("j");
    await expect.poll(() => idAtHand(page)).not.toBe("");
    const end = page.getByText(`That was the last of ${waiting}.`);
    let decided = 0;
    const counts = { approved: 0, rejected: 0, held: 0 };
    while (decided < waiting) {
      const at = await idAtHand(page);
      const item = page.locator(`#${at}`);
      const kind = decided % 10;
      if (kind === 3) {
        await page.keyboard.press("r");
        await page.keyboard.press("1");
        counts.rejected += 1;
      } else if (kind === 6) {
        await page.keyboard.press("h");
        await page.keyboard.press("5");
        counts.held += 1;
      } else if (kind === 9) {
        // A slip, taken back.
        await page.keyboard.press("r");
        await page.keyboard.press("4");
        await expect(item).toContainText("You removed this");
        await settled(page, at, decided + 1 === waiting);
        await page.keyboard.press("k");
        if ((await idAtHand(page)) !== at) await item.focus();
        await page.keyboard.press("u");
        await expect(item.getByRole("button", { name: "Approve" })).toBeVisible();
        await page.keyboard.press("a");
        counts.approved += 1;
      } else {
        await page.keyboard.press("a");
        counts.approved += 1;
      }
      decided += 1;
      await settled(page, at, decided === waiting);
    }
    await expect(end).toBeVisible();

    expect(await left(page, "new", article)).toBe(0);
    expect(await left(page, "approved", article)).toBe(counts.approved);
    expect(await left(page, "rejected", article)).toBe(counts.rejected);
    expect(await left(page, "held", article)).toBe(counts.held);
  },
);
