import type { APIRequestContext, Page } from "@playwright/test";
import { aPicture } from "@/test/pictures";
import { publishAnArticle } from "./articles";
import { loginAs, type Player } from "./cast";
import { says, someone } from "./discussion";
import { expect, test } from "./story";
import { SITEMAPS } from "./sitemap";

/** What is taken down is gone from every place that could repeat it, also for those who had it before. */

/** Everything that is made from comments, with this one and an answer to it in it. */
const surfaces = (article: string, taken: string, answer: string, author: Player): string[] => [
  article,
  `${article}?sort=newest`,
  `${article}/comments`,
  `${article}/feed.xml`,
  `${article}/record`,
  `${article}/record.json`,
  `${article}/record.csv`,
  `${article}/sides`,
  `${article}/passages?block=1`,
  `${article}/reply?to=${taken}`,
  `${article}/reply?to=${answer}`,
  `/comments/${taken}`,
  `/comments/${taken}/history`,
  `/comments/${taken}/report`,
  `/comments/${answer}`,
  `/members/${author.handle}`,
  "/inbox",
  "/following",
  "/following/all",
  "/api/v1/following",
  "/api/v1/following/news",
  `${article}/following`,
  `/comments/${taken}/following`,
  `/search?q=says+author:${author.handle}`,
  `/search?q=author:${author.handle}`,
  `/search?q=says+author:${author.handle}&kind=comments&sort=newest`,
  "/",
  "/feed.xml",
  ...SITEMAPS,
  `/api/v1${article}`,
  `/api/v1${article}/comments`,
  `/api/v1${article}/comments?sort=newest`,
  `/api/v1${article}/passages/1`,
  `/api/v1${article}/annotations`,
  `/api/v1${article}/viewer?ids=${taken},${answer}`,
  `/api/v1${article}/poll`,
  `/api/v1${article}/poll/debate`,
  `/api/v1/comments/${taken}`,
  `/api/v1/comments/${taken}/history`,
  `/api/v1/comments/${answer}`,
  `/api/v1/members/${author.handle}/comments`,
  "/api/v1/inbox",
  `/api/v1/search?q=says+author:${author.handle}`,
  "/api/v1/moderation/log",
  "/api/v1/moderation/statements",
];

async function wherever(asker: APIRequestContext, paths: string[], words: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) if (words.test(await (await asker.get(path)).text())) found.push(path);
  return found;
}

/** What the stream replays to somebody who was away since the beginning. */
const replayed = (page: Page, article: string, since: string) =>
  page.evaluate(
    ([path, from]) =>
      new Promise<string>((resolve) => {
        const stream = new EventSource(`${path}/live?since=${from}`);
        let said = "";
        stream.onmessage = ({ data }: MessageEvent<string>) => (said += data);
        setTimeout(() => {
          stream.close();
          resolve(said);
        }, 1_500);
      }),
    [`/api/v1${article}`, since] as const,
  );

test("a comment that is taken down is gone everywhere: pages, API, history, feed, inbox, caches, stream and answers to it", async ({
  page: ada,
  browser,
}) => {
  test.slow();
  const article = await publishAnArticle();
  const [bo, cy] = [await someone(browser, "Bo"), await someone(browser, "Cy")];
  const nobody = await (await browser.newContext()).newPage();
  const mark = Math.random().toString(36).slice(2, 12);
  const words = new RegExp(`(first|second)${mark}`, "u");
  const since = ((await (await nobody.request.get(`/api/v1${article}/comments`)).json()) as { asOf: string })
    .asOf;

  const passage = { exact: "the bread was bad" };
  const taken = await says(bo.page, article, `@${cy.player.handle} says first${mark}.`, undefined, passage);
  const edit = { data: { body: `@${cy.player.handle} says second${mark}.`, revision: 1 } };
  expect((await bo.page.request.patch(`/api/v1/comments/${taken}`, edit)).ok()).toBe(true);
  const answer = await says(cy.page, article, "Do I?", taken);
  // What one follows, and the feeds, say it, too.
  for (const one of [`${article}/following`, `/comments/${taken}/following`])
    expect((await cy.page.request.put(`/api/v1${one}`)).status()).toBe(204);
  const reply = await says(bo.page, article, `No, says first${mark}, I do.`, answer);
  const { address } = (await (await cy.page.request.put("/api/v1/account/reply-feed")).json()) as {
    address: string;
  };
  const paths = [...surfaces(article, taken, answer, bo.player), address];

  // It is in many of them now, and the kept ones are kept.
  const before = await wherever(cy.page.request, paths, words);
  expect(before.length).toBeGreaterThan(8);
  for (const path of [
    "/inbox",
    `${article}/feed.xml`,
    `/api/v1${article}/annotations`,
    "/following/all",
    address,
  ])
    expect(before).toContain(path);
  expect(await wherever(nobody.request, paths, words)).not.toEqual([]);

  await loginAs(ada, "moderator");
  const why = { ground: "person", explanation: "It is about Cy." };
  const reject = { action: "reject", comment: taken, revision: 2, ...why };
  expect((await ada.request.post("/api/v1/moderation/decisions", { data: reject })).status()).toBe(201);
  const rejectReply = { action: "reject", comment: reply, revision: 1, ...why };
  expect((await ada.request.post("/api/v1/moderation/decisions", { data: rejectReply })).status()).toBe(201);

  // A kept page lives for two seconds.
  await expect.poll(() => wherever(nobody.request, paths, words), { timeout: 15_000 }).toEqual([]);
  expect(await wherever(cy.page.request, paths, words)).toEqual([]);
  await nobody.goto("/about");
  const said = await replayed(nobody, article, since);
  expect(said).not.toContain(mark);
  expect(said).toContain(answer);
  expect(said).not.toMatch(new RegExp(`"comment.(posted|edited)","id":"${taken}"`, "u"));
  // Its answers stand, under a tombstone that says why.
  await nobody.goto(article);
  await expect(nobody.locator(`[id$="${answer}"]`).first()).toBeVisible();
  await expect(nobody.getByText("Personal attacks").first()).toBeVisible();
});

test("a picture whose article is taken from readers is gone everywhere: its files, lists, feeds, API, search and structured data", async ({
  page: eve,
  browser,
}) => {
  await loginAs(eve, "editor");
  const file = {
    name: "cup.jpg",
    mimeType: "image/jpeg",
    buffer: await aPicture({ width: 1_800, height: 900 }),
  };
  const uploaded = await eve.request.post("/api/v1/pictures", { multipart: { file } });
  const { hash, reference } = (await uploaded.json()) as { hash: string; reference: string };
  const slug = `on-cups-${hash.slice(0, 10)}`;
  const { id } = (await (await eve.request.post("/api/v1/drafts", { data: {} })).json()) as { id: string };
  const fields = {
    ...{
      title: `Cups ${slug.slice(-10)}`,
      slug,
      standfirst: "S.",
      author: `Eve ${hash.slice(0, 8)}`,
      tags: slug,
    },
    ...{ body: `![A cup](${reference})`, picture: reference, pictureAlt: "A cup" },
  };
  expect((await eve.request.put(`/api/v1/drafts/${id}`, { data: { version: 1, ...fields } })).status()).toBe(
    200,
  );

  const nobody = await (await browser.newContext()).newPage();
  const words = new RegExp(hash, "u");
  const files = ["480.webp", "720.webp", "960.webp", "1200.webp", "1600.webp", "1200.jpg"].map(
    (name) => `/api/v1/pictures/${hash}/${name}`,
  );
  const shorter = files.map((path) => path.replace("/api/v1", ""));
  const served = async () => {
    const found: string[] = [];
    for (const path of [...files, ...shorter]) if ((await nobody.request.get(path)).ok()) found.push(path);
    return found;
  };
  // While it is a draft nobody sees it.
  expect(await served()).toEqual([]);
  const publication = await eve.request.post(`/api/v1/drafts/${id}/publication`, {
    data: { version: 2, revision: 0 },
  });
  expect(publication.status()).toBe(200);

  const paths = [
    ...["/", "/feed.xml", `/articles/${slug}`, `/api/v1/articles/${slug}`, "/api/v1/articles"],
    ...[`/tags/${slug}`, `/tags/${slug}/feed.xml`, `/authors/${encodeURIComponent(fields.author)}`],
    ...[
      `/api/v1/articles?tag=${slug}`,
      `/archive/${new Date().getUTCFullYear()}`,
      `/search?q=${slug.slice(-10)}`,
    ],
  ];
  const before = await wherever(nobody.request, paths, words);
  expect(before).toContain(`/articles/${slug}`);
  expect(before).toContain(`/tags/${slug}/feed.xml`);
  expect(before).toContain("/api/v1/articles");
  expect((await served()).length).toBeGreaterThan(3);

  expect((await eve.request.delete(`/api/v1/articles/${slug}/publication`)).status()).toBe(204);
  await expect.poll(() => wherever(nobody.request, paths, words), { timeout: 15_000 }).toEqual([]);
  expect(await served()).toEqual([]);
  // Whoever has it kept is answered that it is not there, not that it has not changed.
  const asked = await nobody.request.get(files[0] ?? "", {
    headers: { "if-none-match": `"${hash}-480.webp"` },
  });
  expect(asked.status()).toBe(404);
  expect((await nobody.request.get(`/api/v1/drawings/${slug}.png`)).status()).toBe(404);

  // Deleted for good it is gone, in these words.
  expect((await eve.request.delete(`/api/v1/articles/${slug}`)).status()).toBe(204);
  expect((await nobody.request.get(files[0] ?? "")).status()).toBe(410);
});
