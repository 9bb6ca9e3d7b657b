import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
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

  // statamic/cms#11100, DivinumOfficium/divinum-officium#3966, medialab/website#490: French sets blanks that break no line.
  test("keeps the blanks of French and Japanese in its title, and of a name that is listed none but one", () => {
    const title = "Qui\u202f? 10\u00a0000\u00a0\u20ac\u00a0: お茶\u3000入門";
    const { file: read } = readArticleFile(file({ title: `"${title}  so"`, tags: '["thé\u00a0 vert"]' }));
    expect(read?.front).toMatchObject({ title: `${title} so`, tags: ["thé vert"] });
  });

  test("may come from a Windows editor", () => {
    expect(problems(`\uFEFF${file().replaceAll("\n", "\r\n")}`)).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    [
      "without front matter",
      "# Title\n",
      ["1: An article must begin with its front matter, between two lines of ---."],
    ],
    ["empty", "", ["1: An article must begin with its front matter, between two lines of ---."]],
    [
      "that never ends its front matter",
      "---\ntitle: x\n",
      ["1: The front matter begins here and never ends. Add a line of --- after its last field."],
    ],
    [
      "with a dash in place of its hyphens",
      "—\ntitle: x\n---\n",
      ["1: — is not the line of three hyphens, ---, that begins and ends the front matter."],
    ],
    [
      "that ends its front matter with a dash",
      "---\ntitle: x\n—\n\nText\n",
      ["3: — is not the line of three hyphens, ---, that begins and ends the front matter."],
    ],
    [
      "with a remark above it",
      `<!-- draft -->\n${file()}`,
      [
        "1: There is text above the front matter. The first line of the file must be ---; move this below it.",
      ],
    ],
    [
      "with a colon in its title",
      file({ title: "Plain: a story" }),
      [
        '2: Put the text after "title:" in quotation marks: it contains a character with a meaning in YAML, such as a colon.',
      ],
    ],
    [
      "with an invisible blank",
      file({ slug: "x" }).replace("slug: ", "slug:\u00A0"),
      ['3: There is an invisible special character after "slug:". Delete it and type a space.'],
    ],
    ["with a tab for an indent", file({ tags: "\n\t- a" }), ["8: Indent with spaces, not tabs."]],
    [
      "with Null for words",
      file({ author: "Null" }),
      [
        '5: "author" has no value: an empty field, ~ and Null mean nothing. Put text in quotation marks, such as "Null".',
      ],
    ],
    [
      "with true for words",
      file({ tags: "[on, true]" }),
      ['7: Tag 2 is read as the value true rather than text. Put it in quotation marks: "true".'],
    ],
    [
      "that would lose what stands behind a #",
      file({ title: "x # y" }),
      [
        "2: Everything after # is a comment and ignored. If it belongs to the text, put the whole text in quotation marks; otherwise put it on a line of its own.",
      ],
    ],
    [
      "with a number for an option's label",
      file({ poll: "\n  question: a\n  options:\n    - { key: a, label: a }\n    - { key: b, label: 7 }" }),
      [
        '11: The "label" of option 2 is read as the value 7 rather than text. Put it in quotation marks: "7".',
      ],
    ],
    [
      "with an empty list of options",
      file({ poll: "\n  question: a\n  options:" }),
      ['9: "poll.options" is empty. Fill it in, or remove its line.'],
    ],
    [
      "with words where a list belongs",
      file({ tags: "tea" }),
      ['7: "tags" must be a list, with each entry on a line that begins with a hyphen and a space.'],
    ],
    ["without a title", file({ title: null }), ['2: "title" is missing.']],
    ["with a field nobody knows", file({ tagz: "[a]" }), ['7: Unknown field: "tagz".']],
    [
      "with a bad slug",
      file({ slug: "A title" }),
      ["3: A slug can have lowercase letters and digits, with single hyphens between them."],
    ],
    ["with a bad date", file({ date: "23/11/2026" }), ["6: A date must look like 2026-11-23."]],
    [
      "with a day that never was",
      file({ date: "2026-02-30" }),
      ["6: That date does not exist. Dates look like 2026-11-23."],
    ],
    [
      "with a year before all",
      file({ date: "0000-01-01" }),
      ["6: That date does not exist. Dates look like 2026-11-23."],
    ],
    ["with a blank author", file({ author: '"\u200B "' }), ["5: The author is empty."]],
    [
      "with a number for a title",
      file({ title: "12" }),
      ['2: "title" is read as the value 12 rather than text. Put it in quotation marks: "12".'],
    ],
    [
      "with a number of another kind",
      file({ title: "1e3" }),
      ['2: "title" is read as the value 1e3 rather than text. Put it in quotation marks: "1e3".'],
    ],
    [
      "with an anchor, which would lose a word",
      file({ title: "&so it is" }),
      [
        "2: In YAML, ! and & at the beginning have a meaning that is not supported. Put the text in quotation marks.",
      ],
    ],
    ["without text", file({}, " "), ["8: There is no text after the front matter."]],
    ["with a note nobody wrote", file({}, "One.\n\nTwo[^x]."), ["11: There is no note for [^x]."]],
    [
      "with a link that runs something",
      file({ callToAction: "{ kind: link, label: a, text: b, href: 'javascript:x' }" }),
      ["7: A link must begin with https:// or with one slash."],
    ],
    [
      "with one option",
      file({ poll: "{ question: a, options: [{ key: a, label: a }] }" }),
      ["7: A poll needs at least two options."],
    ],
    [
      "with a key twice",
      file({ poll: "\n  question: a\n  options:\n    - { key: a, label: a }\n    - { key: a, label: b }" }),
      ["10: Two options have the same key."],
    ],
    [
      "with results shown in a way nobody knows",
      file({
        poll: "{ question: a, results: never, options: [{ key: a, label: a }, { key: b, label: b }] }",
      }),
      ['7: "poll.results" must be one of: always, after_vote, after_close.'],
    ],
  ])("%s is refused with line and reason", (_what, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test("that is not YAML is refused with the line", () => {
    expect(problems(file({ title: '"open' }))[0]).toMatch(/^2: A quotation mark or bracket after/);
    expect(problems(file({ slug: "a\ntitle: b" }))).toEqual(['4: "title" appears twice. Keep one.']);
    expect(problems(file({ tags: "*nothing" }))[0]).toMatch(/^7: /);
    expect(problems(file({ author: "&bo Bo", tags: "[*bo]" }))).toEqual([
      "5: In YAML, ! and & at the beginning have a meaning that is not supported. Put the text in quotation marks.",
      expect.stringMatching(/^7: Write it out: .* needs quotation marks\.$/),
    ]);
  });

  test.each([
    ["mhwkb/mhwkb.github.io#66", { tags: "[example, hello, example]" }, /^7: Two tags are the same/],
    ["taniko/saori#2", { tags: "\n  - php\n  - PHP" }, /^8: Two tags are the same/],
    ["a tag that is taken for a remark", { tags: "[a b, #c]" }, /^7: Everything after # is a comment/],
    ["the bullets of Markdown", { tags: "\n* tea" }, /^8: Each entry of a list must begin with a hyphen/],
    ["a dash of a word processor", { tags: "\n– tea" }, /^8: Each entry of a list must begin with a hyphen/],
    ["a path between quotation marks", { title: '"C:\\docs"' }, /^2: A backslash in double quotation/],
    ["a tag without an address", { tags: '[".."]' }, /^7: A tag or an author needs more than full stops/],
    ["a comma too many", { tags: "[a,,b]" }, /^7: An entry is missing/],
    ["stellar/stellar-cli#1904", { title: "`tx` Commands" }, /^2: Put the text after "title:" in quotation/],
    ["a title of a template", { title: "{{ title }}" }, /^2: Put the text after "title:" in quotation/],
    ["a title in bold", { title: "**Tea**" }, /^2: .*Text that begins with \* needs quotation marks/],
    ["a day without hyphens", { date: "20261123" }, /^6: A date must look like/],
    [
      "awsdocs/aws-cloudformation-user-guide#330",
      { "\u200bextra": "x" },
      /^7: There is an invisible character/,
    ],
  ])("%s: what helps is said", (_source, fields: Record<string, string>, reason) => {
    const told = vi.spyOn(process, "emitWarning");
    expect(problems(file(fields))).toEqual([expect.stringMatching(reason)]);
    // The library for YAML prints nothing beside it.
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
  });

  test("a field that stands in by a blank, and fields with signs of equality, are told where they are", () => {
    expect(problems(file().replace("slug:", " slug:"))).toEqual([expect.stringMatching(/^3: .*[Ii]ndent/)]);
    expect(problems('---\ntitle = "x"\nslug = "y"\n---\n\nText.\n')).toEqual([
      expect.stringMatching(/^2: A field is a name, a colon/),
    ]);
  });

  test("a field with something invisible in its name is not missing besides", () => {
    expect(problems(file().replace("slug:", "\u200bslug:"))).toEqual([
      expect.stringMatching(/^\d: There is an invisible character in the name of the field "slug"/),
    ]);
  });

  test("two answers that read alike are no two answers: zulip/zulip#20164, matterpoll/matterpoll#115", () => {
    for (const [one, other] of [
      ["Same", "Same"],
      ["Yes", "YES"],
      ["Ａ", "A"],
      ["a b", "a  b"],
    ])
      expect(
        problems(
          file({
            poll: `{ question: a, options: [{ key: a, label: ${one} }, { key: b, label: ${other} }] }`,
          }),
        ),
      ).toEqual([expect.stringMatching(/^7: Two options have the same label/)]);
  });

  test("a title is one line however it is written", () => {
    expect(readArticleFile(file({ title: "|\n  On tea\n  and coffee" })).file?.front.title).toBe(
      "On tea and coffee",
    );
  });

  test("cannot reach what objects inherit", () => {
    expect(problems(file({ ["__proto__x".slice(0, 9)]: "{ polluted: yes }" }))).toEqual([
      '7: Unknown field: "__proto__".',
    ]);
    expect(problems(file({ constructor: "x" }))).toHaveLength(1);
  });

  test("names everything that is wrong at once, in the order of the lines", () => {
    expect(problems(file({ slug: "A b", date: "x" }, "a[^b]"))).toHaveLength(3);
  });

  test("that is far too long is refused unread", () => {
    expect(problems("a".repeat(10_000_000))).toEqual(["1: An article can have at most 100000 characters."]);
    expect(problems(file({}, "a".repeat(100_001)))[0]).toMatch(/at most 100000/);
  });
});

describe("what nobody sees around the hyphens does not matter", () => {
  test.each([
    ["blanks behind them", file().replaceAll("---\n", "--- \t\n")],
    ["three points at the end", file().replace("\n---\n", "\n...\n")],
    ["blank lines above", `\n\n${file()}`],
    ["lone carriage returns", file().replaceAll("\n", "\r")],
  ])("%s", (_what, text) => expect(problems(text)).toEqual([]));

  test("and lines are counted from the file's first", () => {
    expect(problems(`\n\n${file({ title: "12" })}`)[0]).toMatch(/^4: /);
    expect(problems(`\n\n${file({}, "\n\nOne<br>")}`)[0]).toMatch(/^13: /);
  });
});

test.each(["title", "slug", "date", "tags", "poll", "callToAction", "author"])(
  "whatever %s is, what is said of it is for an editor",
  (field) => {
    for (const value of [
      "[",
      "{",
      "!!x",
      "&a",
      "*a",
      "%x",
      "@x",
      "`x",
      "| ",
      ">",
      "? x",
      "- x",
      "a: b: c",
      "'x",
      '"',
      "[a",
      "{a: ",
      "~",
      "true",
      "0x1F",
      "1e3",
      ".inf",
      "[[]]",
      "{}",
      "[]",
      "<<: x",
      "\t",
      "!!binary aaa",
    ])
      for (const said of problems(file({ [field]: value })))
        expect(said).not.toMatch(
          /YAML:|implicit|mapping|scalar|Invalid|expected|undefined|\[object|collection|flow|zod|string/i,
        );
  },
);

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
