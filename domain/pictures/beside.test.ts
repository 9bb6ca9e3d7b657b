import { expect, test } from "vitest";
import { picturesBeside, withAddresses } from "./beside";
import { captionAndCredit, figureMarkdown, hashesIn, readReference, webpWidths } from "./picture";

const FILE = `---
title: "Tea"
picture:
  src: ./top.jpg
  alt: A cup
callToAction:
  href: https://example.org/x.jpg
---

![A \\[pot\\]](pots/a%20pot.png "A pot. | Me") and ![again](<./top.jpg>)

![here already](/pictures/00000000000000000000000000000000#1x1) ![elsewhere](https://example.org/a.png)
`;

test("a file names the pictures beside it, and is published with the addresses that they have here", () => {
  expect(picturesBeside(FILE)).toEqual(["./top.jpg", "pots/a%20pot.png"]);
  const changed = withAddresses(FILE, new Map([["./top.jpg", "/pictures/one"]]));
  expect(changed).toBe(FILE.replaceAll("./top.jpg", "/pictures/one"));
  expect(withAddresses(FILE, new Map())).toBe(FILE);
  expect(picturesBeside("no front matter ![a](b.png)")).toEqual([]);
});

test.each([
  ["Tea. | Photo: Eve", "Tea.", "Photo: Eve"],
  ["Tea.", "Tea.", ""],
  ["| Photo: Eve", "", "Photo: Eve"],
  ["One | two | three", "One | two", "three"],
  ["", "", ""],
])("the caption %j has its credit behind the last upright line", (title, caption, credit) => {
  expect(captionAndCredit(title)).toEqual({ caption, credit });
});

test("a figure's Markdown names its picture, and only one in one form is read", () => {
  const picture = { hash: "0123456789abcdef0123456789abcdef", width: 1600, height: 900 };
  const figure = figureMarkdown(picture, { alt: "A\ncup *here*", caption: "", credit: "" });
  expect(figure).toBe("![A cup \\*here\\*](/pictures/0123456789abcdef0123456789abcdef#1600x900)");
  expect(hashesIn(figure + figure)).toEqual([picture.hash]);
  expect(readReference("/pictures/0123456789abcdef0123456789abcdef#1600x900")).toEqual(picture);
  for (const other of [
    "/pictures/0123#1x1",
    "/pictures/0123456789abcdef0123456789abcdef",
    "/figures/a.svg#1x1",
  ])
    expect(readReference(other)).toBeNull();
});

test("no file is wider than its picture", () => {
  expect([300, 480, 960, 1_000, 1_600].map(webpWidths)).toEqual([
    [300],
    [480],
    [480, 720, 960],
    [480, 720, 960, 1_000],
    [480, 720, 960, 1_200, 1_600],
  ]);
});

test("whatever one's screen is, some file has at most half as many pixels again across as it shows", () => {
  for (let shown = 320; shown <= 1_600; shown++) {
    const sent = webpWidths(2_000).find((width) => width >= shown) ?? 0;
    expect(sent / shown).toBeLessThanOrEqual(1.5);
  }
});
