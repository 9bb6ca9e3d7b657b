import { test as base, type BrowserContext, type Response } from "@playwright/test";
import { differencesFrom, type Description } from "./description";

export { expect } from "@playwright/test";

/**
 * A story. Everybody who came with a browser of their own leaves when it ends: a page that stays open listens on, and sixty
 * listeners take the processor from the stories after it. Whatever the door answered to their pages is what it says of itself.
 */
export const test = base.extend<
  { everybodyLeaves: undefined; answersAsDescribed: undefined },
  { description: Description }
>({
  description: [
    async ({ playwright }, use, worker) => {
      const request = await playwright.request.newContext({ baseURL: worker.project.use.baseURL });
      await use((await (await request.get("/api/v1/openapi.json")).json()) as Description);
      await request.dispose();
    },
    { scope: "worker" },
  ],
  everybodyLeaves: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  answersAsDescribed: [
    async ({ browser, context, description }, use) => {
      const found: Promise<string | null>[] = [];
      const listen = (other: BrowserContext) =>
        other.on("response", (response: Response) => found.push(differencesFrom(description, response)));
      listen(context);
      browser.on("context", listen);
      await use(undefined);
      browser.off("context", listen);
      const differences = (await Promise.all(found)).filter((difference) => difference !== null);
      base.expect([...new Set(differences)]).toEqual([]);
    },
    { auto: true },
  ],
});
