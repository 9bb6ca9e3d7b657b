import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { runCommand } from "@/bin/command";
import { articlePublish } from "@/bin/commands/article";
import { memberCommands } from "@/bin/commands/member";
import { words as watchedWords } from "@/bin/commands/words";
import { readArticleFile } from "@/domain/articles/file";
import { NewComment } from "@/domain/comments/schema";
import { Bio, Name } from "@/domain/members/schema";
import { AppealAnswer, NewAppeal } from "@/domain/moderation/appeals/schema";
import { Explanation } from "@/domain/moderation/decisions/schema";
import { NewReport } from "@/domain/moderation/reports/schema";
import { Rules } from "@/domain/moderation/rules/schema";
import { NewMessage, NewNote } from "@/domain/moderation/sanctions/schema";
import { Closing } from "@/domain/polls/administration/schema";
import { SideWords } from "@/domain/polls/schema";
import { renderArticle } from "@/domain/prose/article";
import { renderComment } from "@/domain/prose/comment";
import { WORDS_OF_SCRIPTS } from "@/domain/prose/scripts.fixture";
import { normaliseText } from "@/domain/prose/text";
import { database } from "@/platform/database";
import { aMember, aModerator, type Player } from "./cast";
import { aComment, anEmptyArticle, type AnArticle } from "./discussion";
import { effort } from "./effort";
import { NAUGHTY as LIST } from "./hostile";
import { serve, type Asker } from "./serve";
import { voters, type Voter } from "./voters";

/** The list, and everyday words of many scripts. */
const NAUGHTY = [...LIST, ...Object.values(WORDS_OF_SCRIPTS)];
const SOME = [...NAUGHTY.filter((_, nth) => nth % effort(96, 3) === 0), ...Object.values(WORDS_OF_SCRIPTS)];

const FIELDS: [string, (words: string) => z.ZodSafeParseResult<unknown>, (parsed: unknown) => unknown][] = [
  ["a comment", (body) => NewComment.safeParse({ body }), at("body")],
  ["a name", (name) => Name.safeParse(name), (parsed) => parsed],
  ["a bio", (bio) => Bio.safeParse(bio), (parsed) => parsed],
  ["a report", (detail) => NewReport.safeParse({ reason: "civil", detail }), at("detail")],
  ["an explanation", (words) => Explanation.safeParse(words), (parsed) => parsed],
  ["a note", (words) => NewNote.safeParse({ words }), at("words")],
  ["a message", (words) => NewMessage.safeParse({ words }), at("words")],
  ["an appeal", (words) => NewAppeal.safeParse({ words }), at("words")],
  ["an answer to it", (answer) => AppealAnswer.safeParse({ outcome: "upheld", answer }), at("answer")],
  [
    "a house rule",
    (sentence) => Rules.safeParse([{ key: "so", title: "So", sentence }]),
    ofTheFirst("sentence"),
  ],
  ["a side's reply", (words) => SideWords.safeParse({ words }), at("words")],
  ["a closing statement", (statement) => Closing.safeParse({ statement }), at("statement")],
];

function at(field: string) {
  return (parsed: unknown): unknown => z.record(z.string(), z.unknown()).parse(parsed)[field];
}

function ofTheFirst(field: string) {
  return (parsed: unknown): unknown => at(field)(z.array(z.unknown()).parse(parsed)[0]);
}

describe("every naughty string is kept whole or refused in a sentence", () => {
  test.each(FIELDS)("as %s", (_field, parse, keptOf) => {
    for (const words of NAUGHTY) {
      const { data, error } = parse(words);
      if (error) expect(error.issues[0]?.message, words).toMatch(/^[A-Z“"].*[.?!]$/su);
      else
        expect(
          [normaliseText(words).trim(), normaliseText(words).trim().replace(/\s+/gu, " "), ""],
          words,
        ).toContain(
          z
            .string()
            .parse(keptOf(data) ?? "")
            .trim(),
        );
    }
  });

  test("as an article's title and text", () => {
    for (const words of NAUGHTY) {
      const file = `---\ntitle: ${JSON.stringify(words)}\nslug: x\nstandfirst: s\nauthor: a\ndate: 2026-11-23\n---\n\n${words}\n`;
      const { file: read, problems } = readArticleFile(file);
      if (read) expect(read.front.title).toBe(normaliseText(words).trim());
      else
        for (const { line, reason } of problems)
          expect([line > 0, reason], words).toEqual([true, expect.stringMatching(/^.+[.?!]$/su)]);
      expect(() => [renderArticle(words), renderComment(words.slice(0, 1000))]).not.toThrow();
    }
  });
});

const site = await serve();
afterAll(() => site.close());
let bo: Player, ada: Player, article: AnArticle, people: Voter[], moderators: Player[];
const one = (nth: number): Voter => people[nth] as Voter;
beforeAll(async () => {
  [bo, ada, article] = await Promise.all([aMember(), aModerator(), anEmptyArticle()]);
  // One of them for each text: nobody writes so much in a minute.
  people = await voters(SOME.length);
  moderators = await Promise.all(Array.from({ length: 10 }, () => aModerator()));
});

/** As a program sends it, and as a browser's plain form does. */
const WAYS: [string, (body: Record<string, string>) => unknown][] = [
  ["the API", (body) => body],
  ["a form", (body) => new URLSearchParams(body)],
];
const FORM_ORIGIN = () => ({ origin: new URL(site.url).origin });

describe.each(WAYS)("through %s, too", (_way, send) => {
  const ask = (method: string, path: string, as: Asker & object, body: Record<string, string>) =>
    send(body) instanceof URLSearchParams
      ? site.ask(
          "POST",
          path,
          as,
          new URLSearchParams({ ...body, ...(method !== "POST" && { _method: method.toLowerCase() }) }),
          FORM_ORIGIN(),
        )
      : site.ask(method, path, as, body);

  test("a profile comes back as it was written", async () => {
    for (const [nth, bio] of SOME.entries()) {
      const bo = one(nth);
      const { status, text } = await ask("PATCH", "/account", bo, { bio });
      expect([200, 204, 303, 422], `${status} ${text}`).toContain(status);
      if (status === 422) continue;
      const { bio: kept } = await database().member.findUniqueOrThrow({ where: { id: bo.id } });
      expect([normaliseText(bio).trim(), ""]).toContain(kept);
    }
  });

  test("a comment comes back as it was written", async () => {
    for (const [nth, words] of SOME.entries()) {
      const cy = one(nth);
      const body = `${words}\n\nAnd this is number ${nth} of those, said ${_way}, by themselves.`;
      const { status, text } = await ask("POST", `/articles/${article.slug}/comments`, cy, { body });
      expect([201, 303, 422], `${status} ${text}`).toContain(status);
      if (status === 422) continue;
      const last = await database().comment.findFirst({
        where: { authorId: cy.id },
        orderBy: { id: "desc" },
      });
      expect(last?.source).toBe(normaliseText(body));
    }
  });

  test("a note and a report are kept or refused in words", async () => {
    const comment = await aComment(article, await aMember());
    for (const [nth, words] of SOME.entries()) {
      const by = one(nth);
      const note = await ask(
        "POST",
        `/members/${bo.handle}/notes`,
        moderators[nth % moderators.length] ?? ada,
        { words },
      );
      expect([201, 204, 303, 422], note.text).toContain(note.status);
      const path = `/comments/${comment.id}/reports`;
      const report = await ask("POST", path, by, { reason: "civil", detail: words });
      expect([201, 204, 303, 422], report.text).toContain(report.status);
    }
  });
});

describe("on the command line every naughty string is done or refused in a sentence", () => {
  const SENTENCE = /^(?:Usage: moot .+|.+[.?!])$/su;
  const OF_OTHERS =
    /^(?:Invalid|Unknown|Option)|: Invalid |prisma|violates|constraint|ZodError|\bat .*:\d+:\d+/i;
  const printed = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  afterAll(() => printed.mockRestore());

  /** What is wrong with how a command refuses its words; null where it does what it is told. */
  async function wrongWith(run: () => Promise<void>): Promise<string | null> {
    try {
      await run();
      return null;
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      return SENTENCE.test(said) && !OF_OTHERS.test(said) ? null : said;
    }
  }

  const tried = LIST.filter((_, nth) => nth % effort(24, 1) === 0);
  const password = "seven brass kettles";
  const fresh = () => randomUUID().slice(0, 8);
  const cases: [string, (text: string) => string[]][] = [
    [
      "member add",
      (name) => [
        `${fresh()}@example.org`,
        "--handle",
        `n-${fresh()}`,
        `--name=${name}`,
        `--password=${password}`,
      ],
    ],
    ["member add", (handle) => [`${fresh()}@example.org`, `--handle=${handle}`, `--password=${password}`]],
    ["member add", (email) => [email, "--handle", `n-${fresh()}`, `--password=${password}`]],
    ["member role", (handle) => [handle, "reader"]],
    ["member role", (role) => [bo.handle, role]],
    ["member appoint", (slug) => [bo.handle, slug]],
    ["member dismiss", (handle) => [handle, article.slug]],
  ];
  test.each(cases)("moot %s", async (name, argsOf) => {
    const command = memberCommands.find((one) => one.name === name);
    expect(command).toBeDefined();
    for (const text of tried)
      expect(
        await wrongWith(async () => runCommand(command ?? watchedWords, argsOf(text))),
        JSON.stringify(text),
      ).toBeNull();
  });

  test("moot article publish and moot words, by the name of a file and by what is in it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "moot-naughty-"));
    try {
      const file = join(folder, "file.md");
      for (const text of tried) {
        expect(await wrongWith(() => runCommand(articlePublish, [text])), JSON.stringify(text)).toBeNull();
        await writeFile(file, text);
        expect(await wrongWith(() => runCommand(articlePublish, [file])), JSON.stringify(text)).toBeNull();
        expect(
          await wrongWith(() => runCommand(watchedWords, ["mark", file])),
          JSON.stringify(text),
        ).toBeNull();
      }
      // microsoft/PSDocs#16, Python-Markdown/markdown#1584: what Windows writes is refused, and never half read.
      for (const bytes of [Buffer.from("müll", "latin1"), Buffer.from("\ufeffmüll", "utf16le")]) {
        await writeFile(file, bytes);
        for (const [command, args] of [
          [articlePublish, [file]],
          [watchedWords, ["mark", file]],
        ] as const)
          await expect(command.run([...args])).rejects.toThrow("is not UTF-8 text");
      }
      await writeFile(file, "");
      await watchedWords.run(["mark", file]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
