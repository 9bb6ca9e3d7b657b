import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { format as inTheBrowser } from "@/messages/format.browser";
import { format as onTheServer } from "@/messages/format";
import type { Values } from "@/messages/values";

/** The language that the code is written with; every other is held to it. */
const FIRST = "en";

type Catalogue = Record<string, string>;
const languages = readdirSync("messages", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const areasOf = (language: string) =>
  readdirSync(join("messages", language)).filter((file) => file !== "locale.ts");
const catalogues = async (language: string): Promise<[area: string, Catalogue][]> =>
  Promise.all(
    areasOf(language).map(async (file): Promise<[string, Catalogue]> => {
      const messages = (await import(join(process.cwd(), "messages", language, file))) as Catalogue;
      return [file.replace(/\.ts$/, ""), { ...messages }];
    }),
  );

/** Formatted, as against said as it stands. */
const isIcu = (message: string): boolean => /[{}<]/.test(message);

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
type Parts = { words: string[]; counts: string[]; choices: Record<string, string[]>; tags: string[] };

/** What a message has to be given, by kind. */
function partsOf(message: string): Parts {
  const parts: Parts = { words: [], counts: [], choices: {}, tags: [] };
  const gather = (element: Element): void => {
    if ("children" in element) {
      parts.tags.push(element.value);
      element.children.forEach(gather);
    } else if ("options" in element) {
      if ("pluralType" in element) parts.counts.push(element.value);
      else parts.choices[element.value] = Object.keys(element.options);
      for (const { value } of Object.values(element.options)) value.forEach(gather);
    } else if ("style" in element) parts.counts.push(element.value);
    else if ("value" in element && message.includes(`{${element.value}}`)) parts.words.push(element.value);
  };
  new IntlMessageFormat(message, FIRST).getAst().forEach(gather);
  return parts;
}

/** What a message could be given. */
function given(message: string): fc.Arbitrary<Values> {
  const { words, counts, choices, tags } = partsOf(message);
  const count = fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(2_000_000));
  return fc.record({
    ...Object.fromEntries(words.map((name) => [name, fc.oneof(fc.string(), count)])),
    ...Object.fromEntries(counts.map((name) => [name, count])),
    ...Object.fromEntries(Object.entries(choices).map(([name, keys]) => [name, fc.constantFrom(...keys)])),
    ...Object.fromEntries(
      tags.map((name) => [name, fc.constant((inner: unknown[]) => `[${name}:${inner.join("")}]`)]),
    ),
  });
}

const all = (
  await Promise.all(
    languages.map(async (language) =>
      (await catalogues(language)).flatMap(([area, messages]) =>
        Object.entries(messages).map(([name, message]) => ({ at: `${language}/${area}.${name}`, message })),
      ),
    ),
  )
).flat();

test("every message is text, and every one with an argument or a tag is ICU MessageFormat", () => {
  expect(all.length).toBeGreaterThan(1);
  for (const { at, message } of all) {
    expect(typeof message, at).toBe("string");
    if (isIcu(message)) expect(() => new IntlMessageFormat(message, FIRST), at).not.toThrow();
  }
});

test("an apostrophe is ’, as in print; a straight one is ICU's escape sign", () => {
  expect(all.filter(({ message }) => message.includes("'")).map(({ at }) => at)).toEqual([]);
});

test("the browser says of every message what the server says", () => {
  for (const { at, message } of all.filter((one) => isIcu(one.message)))
    fc.assert(
      fc.property(given(message), (values) => {
        expect(inTheBrowser(message, values).join(""), at).toBe(onTheServer(message, values).join(""));
      }),
      { numRuns: 10 },
    );
});

test("every language has the same messages, with the same arguments and tags", async () => {
  const first = new Map(await catalogues(FIRST));
  const shape = (message: string) =>
    isIcu(message)
      ? Object.values(partsOf(message)).map((names: string[] | Parts["choices"]) =>
          Array.isArray(names) ? [...new Set(names)].sort() : names,
        )
      : [];
  for (const language of languages)
    for (const [area, messages] of await catalogues(language)) {
      const wanted = first.get(area) ?? {};
      expect(Object.keys(messages).sort(), `${language}/${area}`).toEqual(Object.keys(wanted).sort());
      for (const [name, message] of Object.entries(messages))
        expect(shape(message), `${language}/${area}.${name}`).toEqual(shape(wanted[name] ?? ""));
    }
  expect([...first.keys()].sort()).toEqual(
    areasOf(FIRST)
      .map((file) => file.replace(/\.ts$/, ""))
      .sort(),
  );
});

const ROOMS = ["app", "bin", "client", "components", "domain", "platform", "scripts", "web"];
const sources = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => join(room, file)),
)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

/** Where messages are used: `area.name`, the file, and whether it is formatted there. */
const uses = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/import \* as (\w+) from "#messages\/([\w/-]+)"/g)].flatMap(([, as = "", area = ""]) =>
    [...text.matchAll(new RegExp(`\\b${as}\\.(\\w+)`, "g"))].map(({ 1: name = "", index }) => ({
      name: `${area}.${name}`,
      file,
      // The first argument, or either branch of one.
      formatted: /\b(say|rich)\([^,;]*$/.test(text.slice(0, index)),
    })),
  ),
);

test("every message is used", () => {
  const used = new Set(uses.map(({ name }) => `${FIRST}/${name}`));
  expect(all.map(({ at }) => at).filter((at) => at.startsWith(`${FIRST}/`) && !used.has(at))).toEqual([]);
});

test("a message with arguments is never shown unformatted, and one without is what it says", () => {
  const messages = new Map(all.map(({ at, message }) => [at, message]));
  const wrong = uses.filter(({ name, formatted }) => {
    const message = messages.get(`${FIRST}/${name}`);
    return message !== undefined && isIcu(message) !== formatted;
  });
  expect(wrong).toEqual([]);
});

/** The files and folders that a heading names; after the first, one may be named from where that is. */
function namedIn(heading: string): string[] {
  let folder = "";
  return (heading.match(/[\w[\]()/.-]+/g) ?? []).flatMap((word) => {
    const path = word.replace(/[.:]+$|\/$/g, "");
    if (!/\/|\.tsx?$/.test(path)) return [];
    if (!ROOMS.some((room) => path.startsWith(`${room}/`))) return join(folder, path);
    folder = /\.tsx?$/.test(path) ? dirname(path) : path;
    return path;
  });
}

test("each message stands under the name of a file that says it, so that a translator can look", () => {
  const saidIn = new Map<string, string[]>();
  for (const { name, file } of uses) saidIn.set(name, [...(saidIn.get(name) ?? []), file]);
  const astray: string[] = [];
  for (const area of areasOf(FIRST)) {
    let named: string[] = [];
    for (const line of readFileSync(join("messages", FIRST, area), "utf8").split("\n")) {
      if (line.startsWith("// ")) named = namedIn(line);
      astray.push(...named.filter((file) => !existsSync(file)));
      const name = /^export const (\w+)/.exec(line)?.[1];
      const files = name === undefined ? [] : (saidIn.get(`${area.replace(".ts", "")}.${name}`) ?? []);
      const isThere = files.some((file) => named.some((one) => file === one || file.startsWith(`${one}/`)));
      if (files.length > 0 && named.length > 0 && !isThere)
        astray.push(`${area}: ${name}, said in ${files[0]}`);
    }
  }
  expect(astray).toEqual([]);
});
