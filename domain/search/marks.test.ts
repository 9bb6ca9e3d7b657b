import { expect, test } from "vitest";
import { candidates, excerptOf, marked, runsOf } from "./marks";

const found = (...words: string[]) => ({ words: new Set(words), runs: [] });

test("what was found is marked, and nothing of the text is lost", () => {
  const text = "Kettles, kettles <b>everywhere</b> & a Kettle.";
  const pieces = marked(text, found("Kettles", "Kettle"));
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.filter((piece) => piece.found).map((piece) => piece.text)).toEqual(["Kettles", "Kettle"]);
});

test("words that begin alike are asked about, whatever their accents, each once", () => {
  expect(candidates(["Café, cafés and a Café. Cups."], ["cafe"], 10)).toEqual(["Café", "cafés"]);
  // apache/commons-lang#1216, dokuwiki/dokuwiki#3211: letters that are no plain one with a mark.
  expect(candidates(["Đà Nẵng, Ærø, łódź, œuvre, ılık"], ["da nang aero lodz oeuvre ilik"], 10)).toEqual([
    ...["Đà", "Nẵng", "Ærø", "łódź", "œuvre", "ılık"],
  ]);
  expect(candidates(["caa cab cac"], ["ca"], 2)).toEqual(["caa", "cab"]);
});

test("in a script without blanks a part of a run is marked", () => {
  expect(runsOf(["民主", "vote"])).toEqual(["民主"]);
  expect(marked("我们讨论民主主义。", { words: new Set(), runs: ["民主"] })).toEqual([
    { text: "我们讨论", found: false },
    { text: "民主", found: true },
    { text: "主义。", found: false },
  ]);
});

test("an excerpt begins a little before what was found, between two words", () => {
  const text =
    `${"one two three four five six seven eight ".repeat(10)}kettle ${"and so on ".repeat(60)}`.trim();
  const excerpt = excerptOf(text, found("kettle"));
  expect(excerpt).toMatch(/^… \w+ .*kettle and so on .*…$/);
  expect(excerpt.length).toBeLessThan(300);
  expect(excerptOf("Short.", found("kettle"))).toBe("Short.");
});

// A mark without its letter is drawn on a dotted circle, MicrosoftDocs/typography-issues#471.
test("and never in the middle of a sign where a script sets no blanks", () => {
  const thai = "กำลังศึกษาที่มหาวิทยาลัยแห่งนี้เป็นเวลาหลายปีแล้ว".repeat(3);
  for (let length = 80; length < 120; length++) {
    const excerpt = excerptOf(`${thai.slice(0, length)}民主`, { words: new Set(), runs: ["民主"] });
    expect(excerpt, `${length}`).toMatch(/^… \P{M}/u);
  }
});
