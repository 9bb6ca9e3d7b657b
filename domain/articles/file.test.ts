import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readArticleFile } from "./file";

const head = (changes: Record<string, string | null> = {}) =>
  Object.entries<string | null>({
    title: "A title",
    slug: "a-title",
    standfirst: "What it is about.",
    author: "Bo",
    date: "2026-11-23",
    ...changes,
  })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value ?? ""}`)
    .join("\n");

const file = (changes?: Record<string, string | null>, body = "Text.") =>
  `---\n${head(changes)}\n---\n\n${body}\n`;
const problems = (text: string) =>
  readArticleFile(text).problems.map(({ line, reason }) => `${line}: ${reason}`);

describe("an article's file", () => {
  test("is read with its defaults", () => {
    const { file: read } = readArticleFile(file());
    expect(read?.front).toMatchObject({ slug: "a-title", tags: [], callToAction: null, poll: null });
    expect(read?.front.date.toISOString()).toBe("2026-11-23T00:00:00.000Z");
    expect(read?.body.html).toBe("<p>Text.</p>\n");
  });

  test("may come from a Windows editor", () => {
    expect(problems(`\uFEFF${file().replaceAll("\n", "\r\n")}`)).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    [
      "without front matter",
      "# Title\n",
      ["1: An article begins with its front matter, between two lines of ---."],
    ],
    ["empty", "", ["1: An article begins with its front matter, between two lines of ---."]],
    [
      "that never ends its front matter",
      "---\ntitle: x\n",
      ["1: An article begins with its front matter, between two lines of ---."],
    ],
    ["without a title", file({ title: null }), ['2: "title" is missing.']],
    ["with a field nobody knows", file({ tagz: "[a]" }), ['7: There is no field called "tagz" here.']],
    [
      "with a bad slug",
      file({ slug: "A title" }),
      ["3: A slug is small letters and digits, with single hyphens between them."],
    ],
    ["with a bad date", file({ date: "23/11/2026" }), ["6: A date looks like 2026-11-23."]],
    ["with a day that never was", file({ date: "2026-02-30" }), ["6: A date looks like 2026-11-23."]],
    ["with a blank author", file({ author: '"\u200B "' }), ["5: The author is empty."]],
    ["with a number for a title", file({ title: "12" }), ['2: "title" should be a string.']],
    ["without text", file({}, " "), ["8: There is no text below the front matter."]],
    ["with a note nobody wrote", file({}, "One.\n\nTwo[^x]."), ["11: There is no note for [^x]."]],
    [
      "with a link that runs something",
      file({ callToAction: "{ kind: link, label: a, text: b, href: 'javascript:x' }" }),
      ["7: A link begins with https:// or with one slash."],
    ],
    [
      "with one option",
      file({ poll: "{ question: a, options: [{ key: a, label: a }] }" }),
      ["7: A poll has two options at least."],
    ],
    [
      "with a key twice",
      file({ poll: "\n  question: a\n  options:\n    - { key: a, label: a }\n    - { key: a, label: b }" }),
      ["10: Two options have one key."],
    ],
    [
      "with results shown in a way nobody knows",
      file({
        poll: "{ question: a, results: never, options: [{ key: a, label: a }, { key: b, label: b }] }",
      }),
      ['7: "poll.results" is one of: always, after_vote, after_close.'],
    ],
  ])("%s is refused with line and reason", (_what, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test("that is not YAML is refused with the line", () => {
    expect(problems(file({ title: '"open' }))[0]).toMatch(/^\d: This is not YAML/);
    expect(problems(file({ slug: "a\ntitle: b" }))).toEqual(["4: This is not YAML: Map keys must be unique"]);
    expect(problems(file({ tags: "*nothing" }))[0]).toMatch(/^7: /);
    expect(problems(file({ author: "&bo Bo", tags: "[*bo]" }))).toEqual([
      "7: Write it out: what refers to another line with * is not read.",
    ]);
  });

  test("cannot reach what objects inherit", () => {
    expect(problems(file({ ["__proto__x".slice(0, 9)]: "{ polluted: yes }" }))).toEqual([
      '7: There is no field called "__proto__" here.',
    ]);
    expect(problems(file({ constructor: "x" }))).toHaveLength(1);
  });

  test("names everything that is wrong at once, in the order of the lines", () => {
    expect(problems(file({ slug: "A b", date: "x" }, "a[^b]"))).toHaveLength(3);
  });

  test("that is far too long is refused unread", () => {
    expect(problems("a".repeat(10_000_000))).toEqual(["1: An article has at most 100000 characters."]);
    expect(problems(file({}, "a".repeat(100_001)))[0]).toMatch(/at most 100000/);
  });
});

test("the bundled article is whole, 800 to 1,200 words long, and ends in its question", () => {
  const { file: read, problems: wrong } = readArticleFile(
    readFileSync("content/organisational-learning-and-knowledge-management.md", "utf8"),
  );
  expect(wrong).toEqual([]);
  expect(read?.body.words).toBeGreaterThan(800);
  expect(read?.body.words).toBeLessThan(1200);
  expect(read?.front.poll?.options.map(({ key }) => key)).toEqual(["approach", "complementary"]);
  expect(read?.front.poll?.question).toBe(
    "Is the main difference one of approach, or are the two complementary?",
  );
  expect(read?.body.html).toMatch(
    /is the main difference one of approach, or are the two complementary\?<\/p>\n<section class="notes"/,
  );
});
