import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { publish } from "@/domain/articles/commands";
import { deleteArticle } from "@/domain/articles/delete";
import { beginDraft, deleteDraft } from "@/domain/articles/drafts/commands";
import { publishDraft } from "@/domain/articles/drafts/publish";
import { draftFor } from "@/domain/articles/drafts/queries";
import { operator } from "@/domain/articles/policy";
import { articleBySlug } from "@/domain/articles/queries";
import { publishAgain, unpublish } from "@/domain/articles/unpublish";
import { sweepPictures } from "@/domain/pictures/commands";
import { invariants } from "@/domain/pictures/invariants";
import { database } from "@/platform/database";
import { anAdmin, anEditor, cast, type Player } from "@/test/cast";
import { effort } from "@/test/effort";
import {
  aPhotographWithAPlace,
  aPicture,
  aPictureBomb,
  anAnimatedPng,
  anAnimatedWebp,
  withFile,
} from "@/test/pictures";
import { serve } from "@/test/serve";
import { asOwner } from "@/test/voters";

let site: Awaited<ReturnType<typeof serve>>;
let eve: Player;
let people: Awaited<ReturnType<typeof cast>>;
beforeAll(async () => {
  [site, eve, people] = await Promise.all([serve(), anEditor(), cast()]);
});
afterAll(() => site.close());

const Uploaded = z.object({
  hash: z.string(),
  width: z.number(),
  height: z.number(),
  reference: z.string(),
  url: z.string(),
});
const fresh = () => `tea-${randomBytes(6).toString("hex")}`;
const send = (bytes: Uint8Array, name = "tea.jpg", as: Player | null = eve) =>
  site.ask("POST", "/pictures", as, withFile(bytes, name), { accept: "application/json" });

async function uploaded(bytes: Uint8Array, name?: string) {
  const answer = await send(bytes, name);
  expect(answer.status, answer.text).toBe(201);
  return Uploaded.parse(answer.body);
}

const fileAt = (path: string, as: Player | null = null) => site.ask("GET", path, as);
const filesOf = ({ hash }: { hash: string }) =>
  database().pictureFile.findMany({ where: { hash }, orderBy: [{ format: "asc" }, { width: "asc" }] });

const head = (slug: string, more = "") =>
  `---\ntitle: Tea\nslug: ${slug}\nstandfirst: S.\nauthor: Eve\ndate: 2026-11-23\n${more}---\n`;

test("a photograph becomes files for phone and desk, upright and without its place", async () => {
  const picture = await uploaded(await aPhotographWithAPlace());
  expect(picture).toMatchObject({ width: 300, height: 600 });
  const wide = await uploaded(await aPicture({ width: 2_000, height: 1_000 }));
  expect((await filesOf(wide)).map(({ format, width }) => `${width}.${format}`)).toEqual([
    "480.webp",
    "720.webp",
    "960.webp",
    "1200.webp",
    "1600.webp",
    "1200.jpg",
  ]);
  for (const { bytes, width } of [...(await filesOf(picture)), ...(await filesOf(wide))]) {
    const about = await sharp(bytes).metadata();
    expect(about).toMatchObject({ width });
    expect([about.exif, about.icc, about.xmp, about.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("Secretly Me");
  }
});

test("what a file is decides, not what it says it is", async () => {
  const { hash } = await uploaded(await aPicture({ format: "png" }), "tea.jpg");
  expect((await fileAt(`/pictures/${hash}/700.webp`, eve)).headers.get("content-type")).toBe("image/webp");
});

test("the same file is the same picture", async () => {
  const bytes = await aPicture();
  const both = await Promise.all([uploaded(bytes), uploaded(bytes)]);
  expect(both[0]).toEqual(both[1]);
  expect(await filesOf(both[0])).toHaveLength(3);
});

const SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

const BAD: [what: string, make: () => Buffer | Promise<Buffer>, status: number, sentence: RegExp][] = [
  ["nothing", () => Buffer.alloc(0), 422, /is empty/],
  ["words", () => Buffer.from("Tea."), 415, /JPEG, PNG or WebP/],
  ["an SVG with a script", () => Buffer.from(SVG), 415, /SVG files can contain scripts/],
  ["a GIF", () => Buffer.from("GIF89a......"), 415, /JPEG, PNG or WebP/],
  ["a HEIC", () => Buffer.from("....ftypheic...."), 415, /HEIC and AVIF/],
  ["a bomb", () => aPictureBomb(50_000, 50_000), 422, /at most 40 megapixels, and this one has 2,500/],
  ["one that is too long", () => aPictureBomb(20_000, 100), 422, /at most 16,000 pixels/],
  ["a truncated JPEG", async () => (await aPicture()).subarray(0, 1_500), 422, /damaged or incomplete/],
  ["a truncated PNG", async () => (await aPicture({ format: "png" })).subarray(0, 900), 422, /damaged or/],
  ["a bomb of allowed size without pixels", () => aPictureBomb(4_000, 4_000), 422, /damaged or incomplete/],
  ["an animated PNG", anAnimatedPng, 422, /Animated/],
  ["an animated WebP", anAnimatedWebp, 422, /Animated/],
  ["13 MB", () => Buffer.alloc(13 * 1024 * 1024, "x"), 413, /at most 12 MB/],
  ["20 MB", () => Buffer.alloc(20 * 1024 * 1024, "x"), 413, /at most 12 MB/],
];

test.each(BAD)("%s is refused in words", async (_what, make, status, sentence) => {
  const answer = await send(await make());
  expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(sentence) as string } });
});

test("a full disk is said, and nothing is kept", async () => {
  await asOwner(
    `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full' USING ERRCODE = '53100'; END $$;
     CREATE TRIGGER no_room BEFORE INSERT ON picture_file FOR EACH ROW EXECUTE FUNCTION no_room()`,
  );
  const bytes = await aPicture();
  const answer = await send(bytes);
  await asOwner("DROP FUNCTION no_room CASCADE");
  expect(answer).toMatchObject({
    status: 507,
    body: { detail: expect.stringContaining("disk is full") as string },
  });
  await uploaded(bytes);
});

test("only editors upload, and nobody else's file is read", async () => {
  const bytes = await aPicture();
  expect((await send(bytes, "tea.jpg", null)).status).toBe(401);
  expect((await send(bytes, "tea.jpg", people.bo)).status).toBe(403);
  expect((await send(bytes, "tea.jpg", people.ada)).status).toBe(403);
});

test("a form without a file, with two, or cut off, is refused in words", async () => {
  const empty = new FormData();
  expect((await site.ask("POST", "/pictures", eve, empty, { accept: "application/json" })).status).toBe(422);
  const two = withFile(await aPicture(), "one.jpg");
  two.append("file", new File(["x"], "two.jpg"));
  expect((await site.ask("POST", "/pictures", eve, two, { accept: "application/json" })).status).toBe(400);
  const cut = await site.ask("POST", "/pictures", eve, '--x\r\ncontent-disposition: form-data; name="file"', {
    accept: "application/json",
    "content-type": "multipart/form-data; boundary=x",
  });
  expect(cut.status).toBe(400);
});

/** More than find a place and a seat to wait. */
const AT_ONCE = effort(24, 200);

test(`of ${AT_ONCE} at once some are taken and the others told to come again, and none breaks anything`, async () => {
  const bytes = await aPicture({ width: 40, height: 40 });
  const all = await Promise.all(Array.from({ length: AT_ONCE }, () => send(bytes)));
  const told = new Map<number, number>();
  for (const { status } of all) told.set(status, (told.get(status) ?? 0) + 1);
  expect([...told.keys()].filter((status) => ![201, 429, 503].includes(status))).toEqual([]);
  expect(told.get(201)).toBeGreaterThan(0);
  expect((told.get(429) ?? 0) + (told.get(503) ?? 0)).toBeGreaterThan(0);
  expect((await site.ask("GET", "/articles")).status).toBe(200);
});

test("an article's pictures are everybody's while it is published, and nobody's before, between and after", async () => {
  const [top, inside] = [await uploaded(await aPicture()), await uploaded(await aPicture())];
  const paths = [`/pictures/${top.hash}/480.webp`, `/pictures/${inside.hash}/700.jpg`];
  const statuses = async (as: Player | null) =>
    Promise.all(paths.map(async (path) => (await fileAt(path, as)).status));
  expect(await statuses(null)).toEqual([404, 404]);
  expect(await statuses(people.bo)).toEqual([404, 404]);
  expect(await statuses(eve)).toEqual([200, 200]);
  const slug = fresh();
  const lead = `picture:\n  src: ${top.reference}\n  alt: A cup.\n  caption: Tea.\n  credit: "Photo: Eve"\n`;
  await publish(
    `${head(slug, lead)}Text.\n\n![A pot](${inside.reference} "A pot. | Photo: Eve")\n`,
    operator,
  );
  expect(await statuses(null)).toEqual([200, 200]);
  const shown = await fileAt(paths[0] ?? "");
  expect(shown.headers.get("cache-control")).toBe("public, max-age=31536000, s-maxage=600, immutable");
  // jshttp/fresh#17, apache/tomcat#325, commontoolsinc/labs#1751: a list, and a tag that a proxy has made weak.
  const tag = shown.headers.get("etag") ?? "";
  for (const [name, value, status] of [
    ...[tag, `W/${tag}`, `"x", ${tag}`, "*"].map((one) => ["if-none-match", one, 304] as const),
    ["if-none-match", '"x"', 200],
    ["if-match", '"x"', 412],
    ["if-match", tag, 200],
  ] as const) {
    const again = await site.ask("GET", paths[0] ?? "", null, undefined, { [name]: value });
    expect(again.status, `${name}: ${value}`).toBe(status);
  }
  const article = await articleBySlug(slug);
  expect(article?.picture).toMatchObject({ hash: top.hash, alt: "A cup.", credit: "Photo: Eve" });
  expect(article?.html).toContain(
    `src="/pictures/${inside.hash}/700.jpg" srcset="/pictures/${inside.hash}/480.webp 480w`,
  );
  expect(article?.html).toContain('<figcaption>A pot. <span class="credit">Photo: Eve</span></figcaption>');
  await unpublish(slug, eve);
  expect(await statuses(null)).toEqual([404, 404]);
  expect((await fileAt(paths[0] ?? "", eve)).headers.get("cache-control")).toBe("private, no-store");
  await publishAgain(slug, eve);
  expect(await statuses(null)).toEqual([200, 200]);
  await publish(`${head(slug)}Only words.\n`, operator);
  expect(await statuses(null)).toEqual([404, 404]);
  await publish(`${head(slug)}![A pot](${inside.reference})\n`, operator);
  await unpublish(slug, eve);
  await deleteArticle(slug, eve);
  expect(await statuses(null)).toEqual([410, 410]);
  expect(await statuses(eve)).toEqual([200, 200]);
});

test.each(["/x.webp", "/0.webp", "/480.svg", "/480.png", "/481.webp", "/99999.webp", "/480.webp%00"])(
  "there is no file %s of a picture",
  async (name) => {
    const { hash } = await uploaded(await aPicture({ seed: 0.5 }));
    expect((await fileAt(`/pictures/${hash}${name}`, eve)).status).toBe(404);
  },
);

test("of a picture that was taken in before there were as many widths the next wider is sent", async () => {
  const { hash } = await uploaded(await aPicture({ width: 1_000, height: 100, seed: 0.7 }));
  await database().pictureFile.deleteMany({ where: { hash, format: "webp", width: 720 } });
  const sent = async (width: number) => {
    const { headers, status } = await fileAt(`/pictures/${hash}/${width}.webp`, eve);
    const [file] = (await filesOf({ hash })).filter(
      ({ format, bytes }) => format === "webp" && bytes.length === Number(headers.get("content-length")),
    );
    return status === 200 ? file?.width : status;
  };
  expect([await sent(480), await sent(720), await sent(960), await sent(1_200)]).toEqual([
    480, 960, 960, 404,
  ]);
});

test("a text may only name pictures that are there, in their own size", async () => {
  const { hash, reference } = await uploaded(await aPicture());
  const missing = reference.replace(hash, "0".repeat(32));
  await expect(publish(`${head(fresh())}![A](${missing})\n`, operator)).rejects.toThrow(/upload it first/);
  const other = reference.replace(/#.*/, "#10x10");
  await expect(publish(`${head(fresh())}![A](${other})\n`, operator)).rejects.toThrow(
    /has another size: write/,
  );
});

test("a draft takes a picture with everything that stands in its form, in the text or on top", async () => {
  const id = await beginDraft(null, eve);
  const form = { version: "1", title: "Tea", slug: fresh(), standfirst: "S.", author: "Eve", body: "Tea." };
  const path = `/drafts/${id}/pictures`;
  const back = { _method: "put", _return: `/write/${id}`, _back: `/write/${id}` };
  const browser = { accept: "text/html" };
  const bytes = await aPicture();
  const undescribed = await site.ask(
    "POST",
    path,
    eve,
    withFile(bytes, "tea.jpg", { ...form, ...back }),
    browser,
  );
  expect(undescribed.headers.get("location")).toMatch(/\?kept=/);
  expect((await draftFor(id, eve)).version).toBe(1);
  const words = { newAlt: "A [cup]", newCaption: 'So "good"', newCredit: "Photo: Eve" };
  const inText = withFile(bytes, "tea.jpg", { ...form, ...back, ...words });
  const added = await site.ask("POST", path, eve, inText, browser);
  expect([added.status, added.headers.get("location")]).toEqual([303, `/write/${id}`]);
  const { fields, version } = await draftFor(id, eve);
  expect(fields.body).toMatch(
    /^Tea\.\n\n!\[A \\\[cup\\\]\]\(\/pictures\/[0-9a-f]{32}#700x400 "So \\"good\\" \| Photo: Eve"\)$/,
  );
  const onTop = {
    ...form,
    body: fields.body ?? "",
    version: String(version),
    newAlt: "A cup",
    newPlace: "top",
  };
  await site.ask("POST", path, eve, withFile(bytes, "tea.jpg", { ...onTop, ...back }), browser);
  const draft = await draftFor(id, eve);
  expect(draft).toMatchObject({ problems: [], fields: { pictureAlt: "A cup" } });
  const { slug } = await publishDraft(id, { version: draft.version, revision: 0, correction: "" }, eve);
  expect(await articleBySlug(slug)).toMatchObject({ picture: { alt: "A cup", width: 700, height: 400 } });
  expect((await articleBySlug(slug))?.html).toContain('alt="A [cup]"');
});

test("another button than the picture's says that the picture was not sent", async () => {
  const id = await beginDraft(null, eve);
  const form = new URLSearchParams({ _method: "put", version: "1", title: "Tea", file: "tea.jpg" });
  const answer = await site.ask("POST", `/drafts/${id}`, eve, form, { accept: "application/json" });
  expect(answer).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining("Add picture") as string },
  });
});

test("a picture that nothing shows goes after some days, one in a draft or a revision stays", async () => {
  const [loose, drafted, published] = [
    await uploaded(await aPicture()),
    await uploaded(await aPicture()),
    await uploaded(await aPicture()),
  ];
  const id = await beginDraft(null, eve);
  const body = `![A](${drafted.reference})`;
  await site.ask("PUT", `/drafts/${id}`, eve, { version: 1, body });
  const slug = fresh();
  await publish(`${head(slug)}![A](${published.reference})\n`, operator);
  await publish(`${head(slug)}Another revision.\n`, operator);
  const hashes = [loose, drafted, published].map(({ hash }) => hash);
  const age = () =>
    database().picture.updateMany({
      where: { hash: { in: hashes } },
      data: { usedAt: new Date(Date.now() - 8 * 86_400_000) },
    });
  const there = async () => {
    await sweepPictures();
    const rows = await database().picture.findMany({
      where: { hash: { in: hashes } },
      select: { hash: true },
    });
    return hashes.map((hash) => rows.some((row) => row.hash === hash));
  };
  expect(await there()).toEqual([true, true, true]);
  await age();
  expect(await there()).toEqual([false, true, true]);
  await deleteDraft(id, eve);
  expect(await there()).toEqual([false, true, true]);
  await age();
  expect(await there()).toEqual([false, false, true]);
});

test("the check finds pictures without files, and texts that name what is not noted", async () => {
  const differences = async () =>
    (await Promise.all(invariants.map(({ run }) => run()))).map(({ length }) => length);
  expect(await differences()).toEqual([0, 0]);
  const { hash, reference } = await uploaded(await aPicture());
  const slug = fresh();
  await publish(`${head(slug)}![A](${reference})\n`, operator);
  expect(await differences()).toEqual([0, 0]);
  await database().pictureUse.deleteMany({ where: { hash } });
  await database().pictureFile.deleteMany({ where: { hash, format: "jpg" } });
  expect(await differences()).toEqual([1, 1]);
  await database().articleRevision.deleteMany({ where: { article: { slug } } });
  await database().picture.delete({ where: { hash } });
});

test("an article that readers can read has a picture for whoever shares it, and no other has", async () => {
  const slug = fresh();
  await publish(`${head(slug)}Text.\n`, operator);
  const path = `/drawings/${slug}.png`;
  const shown = await fetch(`${site.url}${path}?v=1`);
  expect(shown.headers.get("content-type")).toBe("image/png");
  expect(await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).toMatchObject({
    width: 1200,
    height: 630,
  });
  await unpublish(slug, eve);
  expect((await fileAt(path)).status).toBe(404);
  expect((await fileAt(path, eve)).status).toBe(404);
  expect((await fileAt(`/drawings/${slug}`)).status).toBe(404);
});

test("an admin uploads a logo and an icon, which are everybody's while they are in force", async () => {
  const max = await anAdmin();
  const version = async () =>
    z.object({ version: z.number() }).parse((await site.ask("GET", "/site")).body).version;
  const json = { accept: "application/json" };
  const mark = async (name: string, as: Player) =>
    site.ask(
      "POST",
      `/site/${name}`,
      as,
      withFile(bytes, "logo.png", { version: String(await version()) }),
      json,
    );
  const bytes = await aPicture({ format: "png", width: 300, height: 200 });
  expect((await mark("logo", eve)).status).toBe(403);
  const changed = await mark("logo", max);
  expect(changed.status, changed.text).toBe(200);
  const { logo } = z.object({ logo: z.string() }).parse(changed.body);
  const path = `${logo.split("#")[0] ?? ""}/180.png`;
  const shown = await fetch(site.url + path);
  expect(await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).toMatchObject({
    width: 180,
    height: 180,
  });
  expect((await mark("icon", max)).status).toBe(200);
  const back = { version: await version(), logo: "", icon: "" };
  expect((await site.ask("PATCH", "/site/settings", max, back)).body).toMatchObject({ logo: "", icon: "" });
  expect((await fileAt(path)).status).toBe(404);
});
