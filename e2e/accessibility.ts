import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import axe from "axe-core";
import { effort } from "@/test/effort";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/**
 * In which colours a page is looked at in a story of its own: in the short run in none, for whoever finds each page by clicking looks at
 * it, too (`a-way-to-every-page.spec.ts`).
 */
export const COLOUR_SCHEMES = effort<readonly ("light" | "dark")[]>([], ["light", "dark"]);

/** axe waits for timers, which never come where script is switched off. Milliseconds. */
const AXE_TAKES = 60_000;

/** What axe finds wrong on the page as it stands, as one line each: the rule, and where. Only where script runs. */
export async function barriers(page: Page): Promise<string[]> {
  // Evaluated rather than added as a script, which the page's policy would refuse.
  await page.evaluate(axe.source);
  // Of the rules that axe leaves to whoever asks: 24 px to press (WCAG 2.2, 2.5.8).
  const { violations } = await Promise.race([
    // Of what is right only one place is named for each rule: naming all takes longer than looking.
    page.evaluate(() =>
      window.axe.run({
        resultTypes: ["violations"],
        rules: { "target-size": { enabled: true } },
        // Our styles are read where they are; without this each page would fetch all of its own once more.
        preload: false,
      }),
    ),
    pause(AXE_TAKES, null, { ref: false }).then(() => {
      throw new Error("axe did not come to its end. Is script switched off here?");
    }),
  ]);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}
