import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { request } from "@playwright/test";
import { z } from "zod";
import { crawl, SharedAnswers } from "@/e2e/crawl";
import { everybody } from "@/e2e/everybody";
import { PEOPLE } from "@/e2e/pages";
import { installApart } from "@/scripts/install.mjs";
import { startSites } from "@/scripts/test-sites";
import { refusals } from "./refusals";

/** As far as `e2e/a-way-to-every-page.spec.ts` goes from the front page. */
const CLICKS = 3;
/** Fewer pages than that were no walk. */
const MANY = 100;

/** The checker weighs more than many a site, so it is no package of this one. */
const TOOLS = ".cache/deploy-tools";

/**
 * Every page that somebody gets to by clicking, as each of the seven kinds of people, and what refuses them, on a site of its own on which something has happened.
 * @returns what the Nu Html Checker calls an error, as one line each, with the page and who saw it
 */
export async function errorsOnEveryPage(java: string, folder: string): Promise<string[]> {
  mkdirSync(folder);
  const sites = await startSites(1, folder);
  const before = { ...process.env };
  Object.assign(process.env, sites.environments[0]);
  try {
    const whose = await keepPages(process.env.MOOT_URL ?? "", folder);
    assert.ok(whose.size >= MANY, `There are only ${whose.size} pages.`);
    return await judge(java, folder, whose);
  } finally {
    process.env = before;
    await sites.close();
  }
}

/** @returns by the name of each file: whose page it is, and its address */
async function keepPages(baseURL: string, folder: string): Promise<Map<string, string>> {
  const all = await everybody(async () => ({ request: await request.newContext({ baseURL }) }));
  const answers = new SharedAnswers();
  const seen = new Set<string>();
  const whose = new Map<string, string>();
  for (const person of PEOPLE) {
    for (const { html, address } of await crawl(all[person].request, CLICKS, answers)) {
      if (html === "" || seen.has(html)) continue;
      seen.add(html);
      const file = `${whose.size}.html`;
      writeFileSync(join(folder, file), html);
      whose.set(file, `${person}: ${address}`);
    }
    await all[person].request.dispose();
  }
  for (const [what, html] of await refusals(baseURL)) {
    const file = `${whose.size}.html`;
    writeFileSync(join(folder, file), html);
    whose.set(file, what);
  }
  return whose;
}

const Report = z.object({
  messages: z.array(
    z.object({ type: z.string(), url: z.string(), message: z.string(), extract: z.string().optional() }),
  ),
});

async function judge(java: string, folder: string, whose: ReadonlyMap<string, string>): Promise<string[]> {
  await installApart("scripts/deploy/tools", TOOLS);
  const words = [
    "-jar",
    join(TOOLS, "node_modules/vnu-jar/build/dist/vnu.jar"),
    "--format",
    "json",
    "--errors-only",
    "--exit-zero-always",
    "--skip-non-html",
    folder,
  ];
  const { stderr, error } = spawnSync(java, words, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (error) throw error;
  const { messages } = Report.parse(JSON.parse(stderr));
  return messages.map(
    ({ url, message, extract = "" }) =>
      `${whose.get(url.split("/").at(-1) ?? "") ?? url}: ${message} ${extract}`,
  );
}
