import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fillSearch, refillSearch } from "./fill";
import { invariants } from "./invariants";
import { search } from "./queries";
import { HITS_A_PAGE, type SearchHit, type SearchQuery, type SearchResults } from "./search";
import { edit } from "@/domain/comments/edit";
import { undoWithdraw, withdraw } from "@/domain/comments/withdraw";
import type { Member } from "@/domain/members/member";
import { changeProfile } from "@/domain/members/profile";
import { database } from "@/platform/database";
import { isRefusal } from "@/platform/refusal";
import { aMember, aModerator, type Player } from "@/test/cast";
import { aPlainComment } from "@/test/desk";
import { aComment, aCrowd, anEmptyArticle, type AnArticle } from "@/test/discussion";
import { asTheOwner } from "@/test/owner";
import { asOwner } from "@/test/voters";

let ada: Player, cy: Player;
let article: AnArticle;
beforeAll(async () => {
  [ada, cy, article] = await Promise.all([aModerator(), aMember({ name: "Cy" }), anEmptyArticle()]);
});

/** Somebody new in every test: nobody may post so many comments in a minute. */
let bo: Member;
beforeEach(async () => {
  [bo] = (await aCrowd(1)) as [Member];
});

const finds = (q: string, viewer: Member | null = null, more: Partial<SearchQuery> = {}) =>
  search({ q, kind: "all", sort: "best", ...more }, viewer);
const idsOf = async (q: string, viewer: Member | null = null, more: Partial<SearchQuery> = {}) =>
  (await finds(q, viewer, more)).items.map(({ id }) => id);
const textOf = (pieces: SearchHit["excerpt"]) => pieces.map(({ text }) => text).join("");
const markedIn = ({ items }: SearchResults) =>
  items.flatMap(({ excerpt }) => excerpt.filter(({ found }) => found).map(({ text }) => text));

describe("a comment is found", () => {
  test("by its words in any form, whatever their accents, with what was found marked", async () => {
    const comment = await aComment(article, bo, { text: "Les Cafés of Zanzibar were debating loudly." });
    for (const q of ["cafe zanzibar", "CAFÉS zanzibar", "zanzibar debate", '"of zanzibar were debating"'])
      expect(await idsOf(q), q).toEqual([comment.id]);
    expect(markedIn(await finds("debates in zanzibar"))).toEqual(["Zanzibar", "debating"]);
    expect((await finds("zanzibar cafe")).items[0]).toMatchObject({
      kind: "comment",
      path: `/comments/${comment.id}`,
      by: { handle: bo.handle },
      pending: false,
    });
  });

  test("as a phrase only where it stands so, and not by what is left out", async () => {
    const one = await aComment(article, bo, { text: "The quixotic windmill turned over the polder." });
    const other = await aComment(article, bo, { text: "A windmill, quixotic as ever, above the lake." });
    expect((await idsOf("quixotic windmill")).sort()).toEqual([one.id, other.id].sort());
    expect(await idsOf('"quixotic windmill"')).toEqual([one.id]);
    expect(await idsOf("windmill quixotic -lake")).toEqual([one.id]);
    expect(await idsOf("polder or zzzz")).toEqual([one.id]);
  });

  test("in scripts that set no blanks, by any two signs in a row", async () => {
    const chinese = await aComment(article, bo, { text: "我们应该讨论民主主义的未来。" });
    const thai = await aComment(article, bo, { text: "ประชาธิปไตยเป็นเรื่องของทุกคน" });
    const korean = await aComment(article, bo, { text: "학교에서 토론을 배웁니다." });
    expect(await idsOf("民主")).toEqual([chinese.id]);
    expect(await idsOf("民主主义")).toEqual([chinese.id]);
    expect(await idsOf("主民")).toEqual([]);
    expect(await idsOf("ประชาธิปไตย")).toEqual([thai.id]);
    expect(await idsOf("학교")).toEqual([korean.id]);
    expect(markedIn(await finds("民主"))).toEqual(["民主"]);
  });

  // Tatoeba/tatoeba2#1595, bibletime/bibletime#255, cboxdoerfer/fsearch#303: vowels and dots that nobody types; javve/list.js#472: Turkish letters.
  test.each([
    ["المكتبات العامّة مهمّةٌ جدًّا، أكل", ["العامة", "مهمة", "جدا", "اكل", "مُهِمّة"]],
    ["کتابخانه‌های خوب ایران ۱۴۰۵", ["ايران", "1405", "کتابخانه‌های"]],
    ["שָׁלוֹם לכולם בספרייה", ["שלום", "שָׁלוֹם", "בספרייה"]],
    ["ज़रूरी पुस्तकालय", ["जरूरी", "ज़रूरी"]],
    ["İSTANBUL'da ışıklı KÜTÜPHANE", ["istanbul", "ışıklı", "isikli", "kutuphane"]],
    ["Ҳақиқат ва ӘЛЕМ, ҚАЗАҚСТАН", ["ҳақиқат", "әлем", "қазақстан"]],
    ["ՀԱՅԱՍՏԱՆ և լույս", ["հայաստան", "Լույս"]],
    ["ƏLİ Ħal-Balzan", ["əli", "hal-balzan"]],
    ["Đường sắt Việt Nam", ["duong", "viet nam"]],
    ["Ёлка, её свет", ["елка", "ее"]],
    ["ファイルとｶﾌｪ", ["ﾌｧｲﾙ", "カフェ"]],
    ["Use node.js with wi-fi or C++", ["node.js", "wi-fi", "C++"]],
    // Stops of other scripts are no part of the word before them.
    ["هل هذا صحيح؟ نعم، ربما۔", ["صحيح", "نعم", "ربما"]],
    ["यह सच है। हाँ॥", ["है", "हाँ"]],
    ["Սա ճիշտ է։ Այո՛։", ["է", "այո"]],
    ["ሰላም፡ዓለም።", ["ሰላም", "ዓለም"]],
    ["བོད་སྐད།", ["བོད", "སྐད", "བོད་སྐད"]],
  ])("as its readers type it: %s", async (text, asked) => {
    const comment = await aComment(article, bo, { text });
    for (const q of asked) expect(await idsOf(q), q).toContain(comment.id);
  });

  test("in Greek, Cyrillic and between slashes and dashes", async () => {
    const greek = await aComment(article, bo, { text: "Η ΔΗΜΟΚΡΑΤΊΑ και η συζήτηση." });
    const russian = await aComment(article, bo, { text: "ДЕМОКРАТИЯ требует спора." });
    const sides = await aComment(article, bo, { text: "An xylophone/marimba—glockenspiel question." });
    expect(await idsOf("δημοκρατία")).toEqual([greek.id]);
    expect(await idsOf("демократия")).toEqual([russian.id]);
    for (const q of ["xylophone", "marimba", "glockenspiel"]) expect(await idsOf(q), q).toEqual([sides.id]);
  });

  test("by who wrote it, under which article, and before which day, with words and without", async () => {
    const there = await anEmptyArticle();
    const [dan] = (await aCrowd(1)) as [Member];
    const one = await aComment(there, dan, { text: "Marzipan is underrated." });
    const other = await aComment(there, bo, { text: "Marzipan is overrated." });
    expect(await idsOf(`marzipan author:${dan.handle}`)).toEqual([one.id]);
    expect(await idsOf(`author:${dan.handle}`)).toEqual([one.id]);
    expect((await idsOf(`in:${there.slug} marzipan`)).sort()).toEqual([one.id, other.id].sort());
    expect(await idsOf(`in:${article.slug} marzipan`)).toEqual([]);
    expect(await idsOf(`marzipan before:2020-01-01`)).toEqual([]);
    expect(await idsOf(`marzipan before:8000-01-01`)).toHaveLength(2);
  });

  test("and shown as text, whatever is in it", async () => {
    await aComment(article, bo, { text: "Sassafras `<img src=x onerror=alert(1)>` & more." });
    const [hit] = (await finds("sassafras")).items;
    expect(textOf(hit?.excerpt ?? [])).toBe("Sassafras <img src=x onerror=alert(1)> & more.");
  });
});

describe("nothing hidden is found", () => {
  test("what is edited is found by its new words alone", async () => {
    const comment = await aComment(article, bo, { text: "A rhododendron in the garden." });
    await edit(comment.id, { body: "A hydrangea in the garden.", revision: 1 }, bo);
    expect(await idsOf("rhododendron")).toEqual([]);
    expect(await idsOf("hydrangea")).toEqual([comment.id]);
  });

  test("what is withdrawn is gone at once, for its author too, and is back when it is brought back", async () => {
    const comment = await aComment(article, bo, { text: "A chrysanthemum for the table." });
    await withdraw(comment.id, bo);
    for (const viewer of [null, cy, bo]) expect(await idsOf("chrysanthemum", viewer)).toEqual([]);
    await undoWithdraw(comment.id, bo);
    expect(await idsOf("chrysanthemum")).toEqual([comment.id]);
  });

  test("what waits for a moderator is found by its author alone, and what was rejected by nobody", async () => {
    const held = await aPlainComment(article, bo, { text: "A gladiolus that waits.", state: "held" });
    expect((await finds("gladiolus", bo)).items).toMatchObject([{ id: held.id, pending: true }]);
    expect(await idsOf(`author:${bo.handle} gladiolus`, bo)).toEqual([held.id]);
    for (const viewer of [null, cy, ada]) expect(await idsOf("gladiolus", viewer)).toEqual([]);
    await asTheOwner().comment.update({
      where: { id: held.id },
      data: { state: "rejected", movedBy: "reject" },
    });
    for (const viewer of [null, cy, ada, bo]) expect(await idsOf("gladiolus", viewer)).toEqual([]);
  });

  test("in the very transaction that hides it", async () => {
    const comment = await aComment(article, bo, { text: "An agapanthus, blue." });
    const [row] = await asOwner<{ left: number }>(
      `WITH gone AS (UPDATE comment SET state = 'rejected', moved_by = 'reject' WHERE id = $1 RETURNING id)
       SELECT count(*)::int AS left FROM gone`,
      [comment.id],
    );
    expect(row?.left).toBe(1);
    expect(await asOwner("SELECT FROM search_entry WHERE id = $1", [comment.id])).toEqual([]);
  });

  test("an unpublished article takes no place among the hits, by which its words could be guessed", async () => {
    const [there, gone] = [await anEmptyArticle(), await anEmptyArticle()];
    for (let nth = 0; nth <= HITS_A_PAGE; nth++)
      await aPlainComment(there, bo, { text: `Honeysuckle by the old wall, sprig ${nth}.` });
    await aPlainComment(gone, bo, { text: "Nightshade." });
    await asTheOwner().article.update({ where: { id: gone.id }, data: { unpublishedAt: new Date() } });
    for (const sort of ["best", "newest"] as const)
      for (const viewer of [null, bo, ada]) {
        const guessed = await finds("honeysuckle or nightshade", viewer, { sort });
        const wrong = await finds("honeysuckle or hemlock", viewer, { sort });
        expect(guessed.items.map(({ id }) => id)).toEqual(wrong.items.map(({ id }) => id));
        expect([guessed.items.length, guessed.next === null]).toEqual([HITS_A_PAGE, false]);
      }
  });

  test("a deleted article takes its entries along", async () => {
    const doomed = await anEmptyArticle();
    await aComment(doomed, bo, { text: "A pelargonium on the sill." });
    await asOwner(
      "DELETE FROM comment_revision WHERE comment_id IN (SELECT id FROM comment WHERE article_id = $1)",
      [doomed.id],
    );
    await asOwner("DELETE FROM article WHERE id = $1", [doomed.id]);
    expect(await asOwner("SELECT FROM search_entry WHERE article_id = $1", [doomed.id])).toEqual([]);
  });
});

describe("articles and members", () => {
  test("an article is found by its title before a comment is, and by its newest revision", async () => {
    const there = await anEmptyArticle();
    const revision = {
      title: "On thistledown",
      standfirst: "How it flies.",
      author: "Ada",
      source: "",
      words: 1,
    };
    await database().articleRevision.create({
      data: { articleId: there.id, number: 2, html: "<p>By air.</p>", ...revision },
    });
    expect(await idsOf("thistledown")).toEqual([]);
    await database().article.update({ where: { id: there.id }, data: { revision: 2 } });
    const comment = await aComment(there, bo, { text: "I never saw thistledown fly." });
    expect(await idsOf("thistledown")).toEqual([there.id, comment.id]);
    expect(await idsOf("thistledown", null, { kind: "articles" })).toEqual([there.id]);
    expect(await idsOf("thistledown", null, { kind: "comments" })).toEqual([comment.id]);
    expect(await idsOf("thistledown", null, { sort: "newest" })).toEqual([comment.id, there.id]);
  });

  test("members are found by a part of their username or name, as they are called now", async () => {
    const ozy = await aMember({ name: "Ozymandias" });
    expect((await finds("zymand", null, { kind: "members" })).members).toMatchObject([
      { handle: ozy.handle },
    ]);
    expect((await finds("OZYMÁNDIAS")).members).toMatchObject([{ handle: ozy.handle }]);
    await changeProfile({ name: "Élodie" }, ozy);
    expect((await finds("elodie", null, { kind: "members" })).members).toMatchObject([{ name: "Élodie" }]);
    await asOwner("UPDATE member SET hidden_at = now() WHERE id = $1", [ozy.id]);
    expect((await finds("elodie", null, { kind: "members" })).members).toEqual([]);
  });

  test("a slip in a name shows who may be meant, where nothing else was found", async () => {
    const wren = await aMember({ name: "Theo" });
    await changeProfile({ name: "Théodora Wrenfield" }, wren);
    const near = async (q: string, kind: SearchQuery["kind"] = "all") => {
      const { members, nearly } = await finds(q, null, { kind });
      return nearly ? members.map(({ handle }) => handle) : [];
    };
    for (const q of [
      "wrenfeild",
      "Wrenfeld",
      "wrennfield",
      "wrenfielt",
      "qrenfield",
      "theodor wrenfiled",
      "wernfield",
      "Wrefnield",
    ])
      expect([await near(q), await near(q, "members")], q).toEqual([[wren.handle], [wren.handle]]);
    for (const q of ["wrenfield", "wranfeild", "zzzzzzzz", "wren.*d", "𝐀𝐁𐌰𐌱𐌲𐌳𐌴", "ab"])
      expect(await near(q), q).toEqual([]);
    await aComment(article, bo, { text: "A wrenfeild is no bird." });
    expect(await near("wrenfeild")).toEqual([]);
    await asOwner("UPDATE member SET hidden_at = now() WHERE id = $1", [wren.id]);
    expect(await near("wrenfeild", "members")).toEqual([]);
  });

  test("a slip in a word of an article shows which may be meant, where nothing else was found", async () => {
    const word = `quagga${randomUUID()
      .replace(/[^a-f]/g, "")
      .slice(0, 4)}zebra`;
    const slip = word.replace("gg", "g");
    await asOwner("UPDATE article_revision SET title = $2 WHERE article_id = $1", [
      article.id,
      `On ${word}s and donkeys`,
    ]);
    const meant = async (q: string, kind: SearchQuery["kind"] = "all") =>
      (await finds(q, null, { kind })).meant;
    expect(await meant(`${slip} donkeys`)).toBe(`${word}s donkeys`);
    expect(await meant(word.replace("uag", "aug"))).toBe(`${word}s`);
    for (const q of [
      word,
      `"${slip} donkeys"`,
      `donkeys -${slip}`,
      `${slip} in:${article.slug}`,
      "zzzzzz",
      "ab",
    ])
      expect(await meant(q), q).toBeNull();
    expect(await meant(slip, "members")).toBeNull();
    await asOwner("UPDATE article SET unpublished_at = now() WHERE id = $1", [article.id]);
    expect(await meant(slip)).toBeNull();
    await asOwner("UPDATE article SET unpublished_at = NULL WHERE id = $1", [article.id]);
  });

  test("members are walked through page by page", async () => {
    const crowd = await aCrowd(45);
    const name = crowd[0]?.handle.split("-")[1] ?? "";
    const met: string[] = [];
    let after: string | undefined;
    do {
      const page = await finds(name, null, { kind: "members", after });
      met.push(...page.members.map(({ handle }) => handle));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(met.sort()).toEqual(crowd.map(({ handle }) => handle).sort());
  });
});

describe("a search of many pages", () => {
  test.each(["best", "newest"] as const)("meets every hit once: %s", async (sort) => {
    const there = await anEmptyArticle();
    const word = `ubiquitous${sort}`;
    const made = await Promise.all(
      Array.from({ length: 50 }, (_, nth) =>
        aPlainComment(there, bo, { text: `${word} ${"so ".repeat(nth % 5)}` }),
      ),
    );
    const met: string[] = [];
    let after: string | undefined;
    do {
      const page = await finds(word, null, { sort, after });
      met.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(met).toHaveLength(made.length);
    expect([...new Set(met)].sort()).toEqual(made.map(({ id }) => id).sort());
  });

  test("does not go on from a place that is none", async () => {
    const forged = [[1, 2, 3], ...[1e300, -1e300, 8.64e15, -6.3e13].map((value) => [0, value, randomUUID()])];
    const written = forged.map((place) => Buffer.from(JSON.stringify(place)).toString("base64url"));
    for (const after of ["x", "bm90aGluZw", ...written])
      for (const sort of ["best", "newest"] as const)
        await expect(finds("kettle", null, { after, sort })).rejects.toMatchObject({ status: 400 });
  });
});

describe("what cannot be searched for is said in a sentence", () => {
  test.each([
    ["only words that are everywhere", "the of and", /too common/],
    ["only what is left out", "-kettle -drum", /Add a word/],
    ["one or what is left out", "kettle or -drum", /Add a word/],
    ["only signs", "!!! ((( &&& |||", /too common|at least one word/],
    ["only quotes", '"""', /at least one word/],
  ])("%s", async (_, q, sentence) => {
    await expect(finds(q)).rejects.toThrow(sentence);
  });

  test.each([
    '"unbalanced',
    "a & b | !c <-> d:*",
    "%_\\",
    "'; DROP TABLE comment; --",
    "kettle🫖 🫖kettle",
    "\u202Eelttek kettle",
    "kettle:*A <2> drum",
    "ก",
    "𠀀𠀁",
    "ﷺ".repeat(100),
    "author:nobody-of-that-name",
    "in:nowhere kettle",
  ])("anything else is looked for: %s", async (q) => {
    // Found or not, or refused with a sentence: never an error of ours.
    const answer: unknown = await finds(q).catch((problem: unknown) => problem);
    if (!isRefusal(answer)) expect(answer).toHaveProperty("items");
  });
});

test("signs that need no folding are folded the short way to the same words", async () => {
  const texts = fc.sample(fc.string({ unit: fc.constantFrom(...PLAIN), maxLength: 60 }), 300);
  const rows = await database().$queryRaw<{ text: string }[]>`
    SELECT text FROM unnest(${texts}::text[]) text
    WHERE search_words(text) <> search_words(text || ${ZERO_WIDTH}) OR search_asked(text) <> search_asked(text || ${ZERO_WIDTH})`;
  expect(rows).toEqual([]);
});

/** A sign that is folded to nothing, the long way. */
const ZERO_WIDTH = "\u200B";
const PLAIN = [
  ...Array.from({ length: 127 }, (_, code) => String.fromCodePoint(code + 1)),
  ...Array.from("‘’“”–—…"),
  ...Array.from("abcdefgABC debating"),
];

test("what was written before there was an index is taken in by the job, and what is hidden is not", async () => {
  const seen = await aPlainComment(article, bo, { text: "A snapdragon of old." });
  const held = await aPlainComment(article, bo, { text: "A snapdragon of old, pending.", state: "held" });
  const fay = await aMember({ name: "Persephone" });
  await asOwner("DELETE FROM search_entry");
  await asOwner("DELETE FROM search_member");
  await asOwner("UPDATE search_filling SET done = false, after = NULL");
  expect(await idsOf("snapdragon")).toEqual([]);
  await fillSearch.run();
  expect(await idsOf("snapdragon")).toEqual([seen.id]);
  expect((await idsOf("snapdragon", bo)).sort()).toEqual([seen.id, held.id].sort());
  expect((await finds("persephone", null, { kind: "members" })).members).toMatchObject([
    { handle: fay.handle },
  ]);
  expect(await asOwner("SELECT FROM search_filling WHERE NOT done")).toEqual([]);
});

test("the index has what can be read and no more, which a check would tell", async () => {
  const comment = await aComment(article, bo, { text: "A foxglove by the wall." });
  for (const one of invariants) expect(await one.run(), one.name).toEqual([]);
  await asOwner("UPDATE search_entry SET public = false WHERE id = $1", [comment.id]);
  await asOwner("DELETE FROM search_member WHERE member_id = $1", [bo.id]);
  const [comments, , members] = await Promise.all(invariants.map((one) => one.run()));
  expect(comments).toMatchObject([{ stored: "its author", counted: "everybody" }]);
  expect(members).toMatchObject([{ stored: "none", counted: bo.handle }]);
  await refillSearch();
  await fillSearch.run();
  for (const one of invariants) expect(await one.run(), one.name).toEqual([]);
});

test("forms of a word are one as they are in the language of the site, which is taken in anew when it changes", async () => {
  const write = (text: string) => aComment(article, bo, { text });
  const [before, english] = [
    await write("Die Häuser am Waldesrand."),
    await write("Some gardeners are waiting."),
  ];
  expect(await idsOf("haus")).toEqual([]);
  expect(await idsOf("gardener")).toContain(english.id);
  const speak = (language: string) =>
    asOwner(
      `INSERT INTO site_version (part, version, value)
       SELECT 'settings', 1 + coalesce(max(version), 0), jsonb_build_object('language', $1::text) FROM site_version WHERE part = 'settings'`,
      [language],
    );
  try {
    await speak("de-AT");
    const after = await write("Ein Haus am Waldesrand.");
    await fillSearch.run();
    expect((await idsOf("hauses")).sort()).toEqual([before.id, after.id].sort());
    expect(markedIn(await finds("haus"))).toEqual(expect.arrayContaining(["Häuser", "Haus"]));
    // Of a language that PostgreSQL has no stemmer for, each form is found as it is typed.
    await speak("th");
    await fillSearch.run();
    expect([await idsOf("gardener"), await idsOf("gardeners")]).toEqual([[], [english.id]]);
    await speak("th-TH");
    expect(await asOwner("SELECT FROM search_filling WHERE NOT done")).toEqual([]);
  } finally {
    await speak("en");
    await fillSearch.run();
  }
});
