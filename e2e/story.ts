import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/**
 * A story. Everybody who came with a browser of their own leaves when it ends: a page that stays open listens on, and sixty
 * listeners take the processor from the stories after it.
 */
export const test = base.extend<{ everybodyLeaves: undefined }>({
  everybodyLeaves: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
