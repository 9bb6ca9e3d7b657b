import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import axe from "axe-core";
import { effort } from "@/test/effort";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** In the short run pages are looked at in the dark: in the light, by whoever finds them by clicking (`a-way-to-every-page.spec.ts`). */
export const COLOUR_SCHEMES = effort<readonly ("light" | "dark")[]>(["dark"], ["light", "dark"]);

/** axe waits for timers, which never come where script is switched off. Milliseconds. */
const AXE_TAKES = 60_000;

/** What axe finds wrong on the page as it stands, as one line each: the rule, and where. Only where script runs. */
export async function barriers(page: Page): Promise<string[]> {
  // Evaluated rather than added as a script, which the page's policy would refuse.
  await page.evaluate(axe.source);
  // Of the rules that axe leaves to whoever asks: 24 px to press (WCAG 2.2, 2.5.8).
  const { violations } = await Promise.race([
    page.evaluate(() => window.axe.run({ rules: { "target-size": { enabled: true } } })),
    pause(AXE_TAKES, null, { ref: false }).then(() => {
      throw new Error("axe did not come to its end. Is script switched off here?");
    }),
  ]);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}
