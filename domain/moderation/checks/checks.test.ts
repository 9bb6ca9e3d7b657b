import { describe, expect, test } from "vitest";
import { checks } from "./checks";
import { CY, earlier, writing } from "./check-context.fixture";
import { hostOf, linksIn } from "./links";
import { wordFinder } from "./words/word-finder";
import { DEFAULT_SETTINGS } from "@/domain/moderation/settings/settings";
import type { CheckContext } from "./check";

const SENTENCE = "Knowledge management asks what is known; learning asks who changed.";

/** What the check `key` says of a text, as its effect; null when it has nothing to say. */
function says(key: string, text: string, different: Partial<CheckContext> = {}): string | null {
  const check = checks.find((one) => one.key === key);
  if (!check) throw new Error(`There is no check ${key}.`);
  return check.look(writing(text, different))?.effect ?? null;
}

test("every check has a key of its own, a title and a reason to be here", () => {
  expect(new Set(checks.map(({ key }) => key)).size).toBe(checks.length);
  for (const { title, why } of checks) expect(title.length && why.length).toBeGreaterThan(0);
});

test("an ordinary sentence by somebody known passes all of them", () => {
  for (const check of checks) expect(check.look(writing(SENTENCE)), check.key).toBeNull();
});

// An address ends for the checks where its link ends on the page: s9e/TextFormatter#42, openchamber/openchamber#3039.
test("Chinese behind an address is words, and no part of its host", () => {
  const text =
    "请看https://spam.example。这是一篇非常重要的文章，讨论了很多问题（https://b.example/c），谢谢";
  expect(linksIn(text)).toEqual(["https://spam.example", "https://b.example/c"]);
  expect(hostOf(linksIn(text)[0] ?? "")).toBe("spam.example");
  expect(says("mostly-links", text)).toBeNull();
});

// photopea/photopea#892, w3c/tlreq#15; haskell/text#277, golang/go#46101
test("Tibetan is no word without an end, and Cherokee no shouting", () => {
  const tibetan = "ཆུ་ཡོད་མ་རེད་ཁང་པ་བརྗེ་བོ་བརྒྱབ་དང་ལབ་ཀྱི་འདུག་ར་".repeat(4);
  expect(says("unbroken", tibetan)).toBeNull();
  expect(says("shouting", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᎤᏬᏂᏍᏗ ᎠᏂᏴᏫᏯ ᎢᎦᏓ ᏧᎾᏓᎴᏅᏓ")).toBeNull();
  expect(says("shouting", SENTENCE.toUpperCase())).toBe("mark");
});

describe("certain, and refused", () => {
  test("a comment by somebody whose role does not comment here just now", () => {
    const settings = { ...DEFAULT_SETTINGS, rolesThatComment: ["moderator" as const] };
    expect(says("roles", SENTENCE, { settings })).toBe("refuse");
    expect(says("roles", SENTENCE, { settings, editing: "c1" })).toBeNull();
  });

  test("a comment without a word, a number or an emoji", () => {
    for (const nothing of ["…", "> \n> ", "\u200b\u200b", "***", "- \n- "])
      expect(says("empty", nothing)).toBe("refuse");
    for (const something of ["No.", "42", "👍", "是", "не"]) expect(says("empty", something)).toBeNull();
  });

  test("the same text again in the same discussion, also when dressed up", () => {
    const own = [earlier(SENTENCE, 3_600)];
    expect(says("repeated", SENTENCE, { own })).toBe("refuse");
    expect(says("repeated", SENTENCE.toUpperCase(), { own })).toBe("refuse");
    expect(says("repeated", SENTENCE.replace("o", "о"), { own })).toBe("refuse");
    expect(says("repeated", `${SENTENCE} And who says so?`, { own })).toBeNull();
    expect(says("repeated", "Agreed.", { own: [earlier("Agreed.", 60)] })).toBeNull();
    expect(says("repeated", SENTENCE, { own: [earlier(SENTENCE, 90_000)] })).toBeNull();
  });

  test("an edit is not held against its own earlier text, and a withdrawn comment may be said again", () => {
    expect(says("repeated", SENTENCE, { own: [earlier(SENTENCE, 60)], editing: "c60" })).toBeNull();
    expect(says("repeated", SENTENCE, { own: [earlier(SENTENCE, 60, { state: "withdrawn" })] })).toBeNull();
  });

  test("a sixth comment within a minute, but not an edit", () => {
    const own = [5, 10, 20, 30, 40].map((ago) => earlier(`Number ${ago}.`, ago));
    expect(says("flood", SENTENCE, { own })).toBe("refuse");
    expect(says("flood", SENTENCE, { own, editing: "c5" })).toBeNull();
    expect(says("flood", SENTENCE, { own: own.slice(1) })).toBeNull();
  });

  test("a second comment too soon where the discussion is in slow mode, though not by a moderator", () => {
    const article = { id: "article", premoderated: false, slowSeconds: 300 };
    const own = [earlier("Before.", 100)];
    expect(says("slow", SENTENCE, { article, own })).toBe("refuse");
    expect(says("slow", SENTENCE, { article, own: [earlier("Before.", 301)] })).toBeNull();
    expect(
      says("slow", SENTENCE, { article, own: [earlier("Before.", 100, { articleId: "other" })] }),
    ).toBeNull();
    expect(says("slow", SENTENCE, { article, own, author: { ...CY, role: "moderator" } })).toBeNull();
  });
});

describe("waits for a person", () => {
  test("everything where the site, the article or a moderator asks for it", () => {
    expect(says("premoderated", SENTENCE, { settings: { ...DEFAULT_SETTINGS, mode: "pre" } })).toBe("hold");
    expect(
      says("premoderated", SENTENCE, { article: { id: "article", premoderated: true, slowSeconds: 0 } }),
    ).toBe("hold");
    expect(says("premoderated", SENTENCE, { authorIsWatched: true })).toBe("hold");
  });

  test("newcomers until enough of their comments stand, where the site asks for it", () => {
    expect(says("newcomer", SENTENCE, { author: CY })).toBeNull();
    const settings = { ...DEFAULT_SETTINGS, holdNewcomersUntil: 3 };
    expect(says("newcomer", SENTENCE, { author: CY, settings })).toBe("hold");
    expect(says("newcomer", SENTENCE, { author: { ...CY, approvedCount: 3 }, settings })).toBeNull();
  });

  test("a newcomer's first link, in whichever way it is written", () => {
    for (const link of [
      "https://example.org",
      "HTTP://EXAMPLE.ORG/x",
      "www.example.org",
      "[here](https://example.org)",
    ])
      expect(says("newcomer-link", `See ${link} for more.`, { author: CY })).toBe("hold");
    expect(says("newcomer-link", "See https://example.org for more.")).toBeNull();
  });

  test("more links than a reference list has, or any link where the site asks for it", () => {
    const six = Array.from({ length: 6 }, (_, i) => `https://example.org/${i}`).join(" and ");
    expect(says("links", six)).toBe("hold");
    expect(says("links", "https://example.org")).toBeNull();
    expect(
      says("links", "https://example.org", { settings: { ...DEFAULT_SETTINGS, holdEveryLink: true } }),
    ).toBe("hold");
  });

  test("watched words: block, hold and mark", () => {
    const words = wordFinder({ block: ["cheap pills"], hold: ["idiot"], mark: ["frankly"] });
    expect(says("words", "Buy CHEAP   pills!", { words })).toBe("refuse");
    expect(says("words", "What an Ídiot.", { words })).toBe("hold");
    expect(says("words", "Frankly, no.", { words })).toBe("mark");
    expect(says("words", SENTENCE, { words })).toBeNull();
  });

  test("somebody whose comments were just taken down", () => {
    const own = [1, 2, 3, 4, 5, 6].map((n) =>
      earlier(`Number ${n}.`, n * 900, { state: n <= 3 ? "rejected" : "visible" }),
    );
    expect(says("rejections", SENTENCE, { own })).toBe("hold");
    expect(says("rejections", SENTENCE, { own: own.slice(1) })).toBeNull();
  });

  test("an account of today in a heated discussion", () => {
    expect(says("hot-thread", SENTENCE, { author: CY, articleLastHour: 250 })).toBe("hold");
    expect(says("hot-thread", SENTENCE, { articleLastHour: 250 })).toBeNull();
    expect(says("hot-thread", SENTENCE, { author: CY, articleLastHour: 10 })).toBeNull();
  });

  test("several new accounts with the same words or the same link", () => {
    const same = ["di", "ed"].map((authorId) => earlier(SENTENCE, 600, { authorId }));
    expect(says("burst", SENTENCE, { author: CY, newcomers: same })).toBe("hold");
    const linked = ["di", "ed"].map((authorId) =>
      earlier(`${authorId} says https://spam.example/${authorId}`, 600, { authorId }),
    );
    expect(says("burst", "I also like www.spam.example so much.", { author: CY, newcomers: linked })).toBe(
      "hold",
    );
    expect(says("burst", SENTENCE, { author: CY, newcomers: same.slice(1) })).toBeNull();
    expect(says("burst", SENTENCE, { newcomers: same })).toBeNull();
  });

  test("a name that can be taken for a moderator's", () => {
    for (const name of ["Ada Moderator", "ADA M0DERATOR", "Аda Мoderator", "A d a-Moderator", "Adrnin"])
      expect(says("imitation", SENTENCE, { author: { ...CY, name } }), name).toBe("hold");
    expect(says("imitation", SENTENCE, { author: { ...CY, name: "Adam" } })).toBeNull();
  });
});

describe("marked for moderators", () => {
  test("capitals throughout, but not an acronym", () => {
    expect(says("shouting", "THIS IS NOT HOW ANYBODY LEARNS ANYTHING")).toBe("mark");
    expect(says("shouting", "NASA and the JPL agree on this.")).toBeNull();
  });

  test("an address with hardly a word beside it", () => {
    expect(says("mostly-links", "https://example.org/a/very/long/path see")).toBe("mark");
    expect(says("mostly-links", `https://example.org ${SENTENCE}`)).toBeNull();
  });

  test("a word without end and a wall of text, but not a long address", () => {
    expect(says("unbroken", "a".repeat(300))).toBe("mark");
    expect(says("unbroken", `${SENTENCE} `.repeat(60))).toBe("mark");
    expect(says("unbroken", `https://example.org/${"a".repeat(300)}`)).toBeNull();
    expect(says("unbroken", "是".repeat(200))).toBeNull();
  });
});
