import { expect, test } from "vitest";
import type { Member } from "@/domain/members/member";
import { drawnFor, namingReader } from "./whose-page";

const drawn = async (html: string, reader: string | null): Promise<string> => {
  const page = await namingReader(() => {
    drawnFor(reader === null ? null : ({ handle: reader } as Member));
    return Promise.resolve({ body: Buffer.from(html) });
  });
  return page.body.toString();
};

const FORM =
  '<form id="a" class="b" method="post" action="/api/v1/x?a=1&amp;b=&gt;"><button>Go</button></form>';

test("every form of a page that is somebody's says whose it is, and a page that is everybody's names nobody", async () => {
  const own = await drawn(`${FORM}<form method="get" action="/search"></form><p>Łódź</p>${FORM}`, "bo");
  expect(
    own.match(/<form[^>]*method="post"[^>]*><input type="hidden" name="_as" value="bo"\/><button>/g),
  ).toHaveLength(2);
  expect(own.match(/name="_as"/g)).toHaveLength(2);
  expect(own).toContain("<p>Łódź</p>");
  expect(await drawn(FORM, null)).toBe(FORM);
});

test("of pages drawn at the same time each is its own reader's", async () => {
  const readers = ["ada", null, "bo"];
  const pages = await Promise.all(readers.map((reader) => drawn(FORM, reader)));
  expect(pages.map((page) => /name="_as" value="(\w+)"/.exec(page)?.[1] ?? null)).toEqual(readers);
});
