import fc from "fast-check";
import { expect, test } from "vitest";
import { drawable, shareSvg } from "./share-svg";

const draw = (
  title: string,
  poll: Parameters<typeof shareSvg>[0]["poll"] = null,
  site = "Moot",
  author = "Eve",
) => shareSvg({ site, article: { title, author }, poll, note: "" }, "Source Serif 4");

const POLL = {
  question: "Tea?",
  state: "closed" as const,
  opensAt: "2026-11-23T00:00:00.000Z",
  closesAt: "2026-11-24T00:00:00.000Z",
  votes: 10,
  options: [
    { key: "tea", label: "Tea", side: true, votes: 7 },
    { key: "coffee", label: "Coffee", side: true, votes: 3 },
  ],
};

test("the result is drawn where a list shows it, and no word of it elsewhere", () => {
  expect(draw("On tea", POLL)).toContain(">70%  Tea</text>");
  // Equal-Vote/bettervoting#702, nprapps/electris#584: few are not none, as on the page itself.
  const [tea, coffee] = POLL.options.map((option, nth) => ({ ...option, votes: [4, 996][nth] ?? 0 }));
  const few = draw("On tea", { ...POLL, votes: 1_000, options: [tea, coffee].flatMap((one) => one ?? []) });
  expect(few).toContain(">&lt;1%  Tea</text>");
  expect(few).toContain(">&gt;99%  Coffee</text>");
  const hidden = draw("On tea", { ...POLL, votes: null, options: null });
  expect(hidden).toBe(draw("On tea"));
});

test("words without letters in our font are left out, and an article of none has the site's name alone", () => {
  expect(drawable("Tea 茶 and Чай 🍵, “so”")).toBe("Tea and Чай , “so”");
  expect(draw("茶は良い")).toContain(">Moot</text>");
});

test("whatever a title and a byline are, the drawing is well formed and no line leaves it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 160 }),
      fc.string({ maxLength: 40 }),
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.constantFrom(POLL, null),
      (title, site, author, poll) => {
        const svg = draw(title, poll, site, author);
        expect(svg.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
        const lines = [...svg.matchAll(/<text x="84" y="(\d+)" font-size="(\d+)"[^>]*>([^<]*)</g)];
        for (const [, y = "", size = "", words = ""] of lines) {
          expect(Number(y)).toBeLessThanOrEqual(630 - 84);
          expect(words.replace(/&\w+;/g, "x").length * Number(size) * 0.52).toBeLessThanOrEqual(1_200);
        }
      },
    ),
  );
});
