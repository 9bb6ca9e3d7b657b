import fc from "fast-check";
import { expect, test } from "vitest";
import { fillPlaceholders, placeholderFor } from "./html-placeholders";

const page = (body: string) => Promise.resolve({ body: Buffer.from(body) });
const drawn = async (draw: () => string) => (await fillPlaceholders(() => page(draw()))).body.toString();

test("what is set aside stands in the finished page, once, whatever it says and in whatever order it was drawn", () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), fc.boolean(), async (texts, backwards) => {
      const around = (one: string, nth: number) => `<p>${nth} é</p>${one}`;
      const inOrder = (all: string[]) => (backwards ? all.toReversed() : all);
      const whole = await drawn(
        () =>
          // React's own data names the mark too, and keeps it.
          inOrder(texts.map((text) => `<!--${placeholderFor(text)}-->`))
            .map(around)
            .join("") + "<script>mark</script>",
      );
      // A text that is no text (half a surrogate pair) is written as UTF-8 can.
      const written = texts.map((text) => Buffer.from(text).toString());
      expect(whole).toBe(inOrder(written).map(around).join("") + "<script>mark</script>");
    }),
  ));

test("the mark alone, as the page's script knows it, stays a mark", async () => {
  const whole = await drawn(() => {
    const mark = placeholderFor("the thread");
    return `<ol data-text="${mark}"><!--${mark}--></ol>`;
  });
  expect(whole).toMatch(/^<ol data-text="[0-9a-f-]{36}">the thread<\/ol>$/);
});

test("pages drawn side by side keep their texts apart", async () => {
  const slowly = (text: string) =>
    fillPlaceholders(async () => {
      const mark = placeholderFor(text);
      await new Promise((done) => setTimeout(done, 5));
      return page(`<!--${mark}-->`);
    });
  const pages = await Promise.all(["one", "two", "three"].map(slowly));
  expect(pages.map(({ body }) => body.toString())).toEqual(["one", "two", "three"]);
});

test("a page that ended as another (an error) is sent as it is", async () => {
  const apology = await drawn(() => {
    placeholderFor("the thread");
    return "<h1>Sorry</h1>";
  });
  expect(apology).toBe("<h1>Sorry</h1>");
});

test("a text can be set aside only while a page is drawn", () => {
  expect(() => placeholderFor("the thread")).toThrow("No page is being drawn.");
});
