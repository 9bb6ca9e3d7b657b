import { writeFileSync } from "node:fs";
import { say } from "@/scripts/progress.mjs";
import { freePort } from "@/scripts/postgres/embedded";
import { startBareNext } from "./bare-next";
import { measureArticles } from "./measure-articles";
import { measureInBrowser } from "./browser";
import { measureFlood } from "./flood";
import { measureFollowers } from "./followers";
import { measureHotPoll } from "./hot-poll";
import { measureHour } from "./hour";
import { measureKeptPages } from "./kept-pages";
import { measureLarge } from "./large";
import { measureLive } from "./live";
import { measureSearch, measureWhoIsHere } from "./apart";
import { measureWithLighthouse } from "./lighthouse";
import { playRounds, type Effort } from "./rounds";
import { scenes } from "./scenes";
import { slugOf, type Size } from "./props";
import { openSite, type Site } from "./site";
import { measureStart } from "./start";
import { flatness, table } from "./table";

/** Enough to be sure of a second digit on a machine that does nothing else. */
const WHOLE: Effort = { rounds: 3, seconds: 2, warmUp: 5 };
const QUICK: Effort = { rounds: 3, seconds: 0.7, warmUp: 3 };
const RESULTS = "bench/results.json";

/** Measures everything, or the parts named by `args`, prints tables and writes them with all figures to a file. */
export async function runBench(args: readonly string[]): Promise<void> {
  const quick = args.includes("quick");
  const kept = args.includes("kept");
  const parts = args.filter((word) => word !== "quick" && word !== "kept");
  // It needs no site, and minutes to write a million comments.
  if (parts.includes("search")) {
    await measureSearch(quick);
    return;
  }
  if (parts.includes("who-is-here")) {
    await measureWhoIsHere();
    return;
  }
  // It seeds its own sites, of which it keeps the large one.
  if (parts.includes("large")) {
    await measureLarge(kept);
    return;
  }
  if (parts.includes("articles")) {
    await measureArticles();
    return;
  }
  if (parts.includes("lighthouse")) {
    say(`\n${await measureWithLighthouse()}`);
    return;
  }
  // Everything there is, an hour, or a machine's first minute: asked for by name and alone.
  if (parts.includes("start")) {
    say(`\n${(await measureStart()).sentence}`);
    return;
  }
  const site = await openSite();
  try {
    if (parts.includes("hour")) {
      say(`\n${(await measureHour(site)).sentence}`);
      return;
    }
    if (parts.includes("flood")) {
      say(`\n${(await measureFlood(site)).sentence}`);
      return;
    }
    const all = scenes(site.props, quick);
    const known = [
      ...new Set(all.map(({ part }) => part)),
      "kept-pages",
      "live",
      "hot-poll",
      "followers",
      "browser",
      "flood",
      "hour",
      "search",
      "articles",
      "start",
      "lighthouse",
      "who-is-here",
      "large",
    ];
    const unknown = parts.find((part) => !known.includes(part));
    if (unknown) throw new Error(`npm run bench knows quick, ${known.join(", ")}, and not "${unknown}".`);
    const wanted = (part: string) => parts.length === 0 || parts.includes(part);
    const figures: Record<string, unknown> = { database: site.database, node: process.versions.node };
    /** Written after each part: what fails later takes nothing with it. */
    const keep = (some: Record<string, unknown>) =>
      writeFileSync(RESULTS, JSON.stringify(Object.assign(figures, some), null, 2));
    const played = all.filter(({ part }) => wanted(part));
    const barePort = await freePort();
    if (played.some(({ isBare }) => isBare)) await startBareNext(site.url, barePort, slugOf(20_000));
    const rows = await playRounds({ ...site, barePort }, played, quick ? QUICK : WHOLE);
    say(`\n${site.database}; Node ${process.versions.node}\n`);
    const shown = { few: await shownOn(site, 100), many: await shownOn(site, 20_000) };
    keep({ shown, rows });
    if (rows.length > 0) say(`${table(rows)}\n\n${flatness(rows, shown)}\n`);
    const keptPages = wanted("kept-pages") ? await measureKeptPages(site, quick) : null;
    keep({ keptPages });
    if (keptPages) say(keptPages.sentence);
    const live = wanted("live") ? await measureLive(site, quick) : null;
    keep({ live });
    if (live) say(live.sentence);
    const hotPoll = wanted("hot-poll") ? await measureHotPoll(site, quick) : null;
    keep({ hotPoll });
    if (hotPoll) say(hotPoll.sentence);
    const followed = wanted("followers") ? await measureFollowers(site) : null;
    keep({ followed });
    if (followed) say(followed.sentence);
    const browser = wanted("browser") ? await measureInBrowser(site) : null;
    keep({ browser });
    if (browser) say(`\n${browser.table}`);
    say(`\nAll figures: ${RESULTS}`);
  } finally {
    await site.close();
  }
}

/** Comments on the first page of an article of this size. */
async function shownOn({ port }: Site, size: Size): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/articles/${slugOf(size)}/comments`);
  return (await answer.text()).split('"articleSlug"').length - 1;
}
