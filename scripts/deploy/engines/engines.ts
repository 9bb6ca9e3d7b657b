import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Tell } from "@/scripts/deploy/tell";
import { publishAnArticle } from "@/e2e/articles";
import { PASSWORD, somebody, type Player } from "@/e2e/cast";
import { moot } from "@/e2e/moot";
import type { Programs } from "@/scripts/deploy/packages";
import { PROXY } from "@/scripts/deploy/programs";
import type { Deployed } from "@/scripts/deploy/stories";
import { signUp, type Visitor } from "@/scripts/deploy/visitors";
import type { Engine } from "./engine";
import { startFirefox } from "./firefox";
import { stories, type Scene } from "./stories";
import { startWebKit } from "./webkit";
import { openWindow } from "./window";

/** Enough for a result to be shown. */
const VOTES = 40;
/** So many comments of one writer stay under the flood rule. */
const EACH = 3;
const PARAGRAPHS = 9;

/** The stories of every engine that is not Chromium, each told in a window of its own. */
export async function tellInEngines(
  programs: Programs,
  folder: string,
  site: Deployed,
  tell: Tell,
): Promise<void> {
  const proxy = { host: PROXY, port: Number(new URL(site.url).port) };
  const starts: Record<string, () => Promise<Engine>> = {
    Firefox: () => startFirefox({ program: programs.firefox, folder: join(folder, "firefox"), proxy }),
    WebKit: () =>
      startWebKit({
        program: programs.miniBrowser,
        driver: programs.webKitDriver,
        screen: programs.xServer,
        proxy,
      }),
  };
  for (const [name, start] of Object.entries(starts)) {
    let engine: Engine | undefined;
    let scene: Scene | undefined;
    await tell(`${name} opens the front page`, async () => {
      engine = await start();
      scene = await prepare(engine, site);
      await scene.window.goto("/");
      await scene.window.until("a heading", () => document.querySelector("h1, h2") !== null);
    });
    if (!engine || !scene) continue;
    const there = scene;
    for (const [title, run] of Object.entries(stories))
      await tell(`${engine.name}: ${title}`, () => run(there));
    await engine.close();
  }
}

async function prepare(engine: Engine, site: Deployed): Promise<Scene> {
  const article = await publishAnArticle();
  const slug = article.split("/").at(-1) ?? "";
  await moot("seed", "thread", "--article", slug, "--comments", "30", "--votes", String(VOTES));
  const bo = await signUp(site.url, "Bo");
  const cy = await signUp(site.url, "Cy");
  for (const writer of [bo, cy])
    for (let nth = 0; nth < EACH; nth += 1) await says(writer, article, `Thing ${nth}.`);
  const [above, target] = await endsOf(site, article, bo);
  return {
    window: openWindow(engine, site.url),
    site,
    article,
    bo,
    rae: await signUp(site.url, "Rae"),
    above,
    target,
    moderator: await moderator(),
  };
}

async function says(writer: Visitor, article: string, body: string): Promise<void> {
  const mark = randomBytes(4).toString("hex");
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    (_, nth) => `${body} And ${nth}, which ${mark} knows.`,
  );
  const told = await writer.ask(`${article}/comments`, {
    method: "POST",
    body: { body: paragraphs.join("\n\n") },
  });
  if (told.status !== 201) throw new Error(told.text);
}

/** The first and the last of somebody's comments, as the page has them. */
async function endsOf(site: Deployed, article: string, by: Visitor): Promise<[string, string]> {
  const { text } = await site.ask(article);
  const ids = [...text.matchAll(/id="c-([0-9a-f-]{36})"(?:(?!id="c-).)*?href="\/members\/([^"]+)"/gs)]
    .filter(([, , handle]) => handle === by.handle)
    .map(([, id = ""]) => id);
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined || first === last)
    throw new Error("The page has no two comments.");
  return [first, last];
}

async function moderator(): Promise<Player> {
  const player = somebody("Max");
  const { email, handle, name } = player;
  const words = ["--handle", handle, "--name", name, "--role", "moderator", "--password", PASSWORD];
  await moot("member", "add", email, ...words);
  return player;
}
