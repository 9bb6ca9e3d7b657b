import fc from "fast-check";
import { expect, test } from "vitest";
import { pageAddress } from "./public-pages";

const addressOf = (url: string) => pageAddress(url).address;
const ID = "01a2236b-379e-7610-ba93-678e1c2b5283";

test("parameters nobody knows make no other page", () => {
  for (const rest of ["utm_source=x", "fbclid=1&gclid=2", "_rsc=1", "SORT=newest", "sort[]=newest", ""])
    for (const path of ["/", "/articles/a", "/articles/a/comments", "/articles/a/record.csv", "/rules"])
      expect(addressOf(`${path}?${rest}`), rest).toBe(path);
  expect(addressOf("/articles/a/sides?fbclid=1&side=yes")).toBe("/articles/a/sides?side=yes");
});

test("what is known has one spelling and one place, and what is usual is left out", () => {
  expect(addressOf("/articles/a?sort=best")).toBe("/articles/a");
  expect(addressOf("/articles/a?sort=sideways")).toBe("/articles/a");
  expect(addressOf("/articles/a?sort=newest&sort=oldest")).toBe("/articles/a");
  expect(addressOf(`/articles/a?comment=${ID.toUpperCase()}&sort=newest`)).toBe(
    `/articles/a?sort=newest&comment=${ID}`,
  );
  expect(addressOf("/articles/a/passages?after=x&block=3")).toBe("/articles/a/passages?block=3&after=x");
  expect(addressOf("/articles/a/passages?block=03")).toBe("/articles/a/passages");
  expect(addressOf("/articles/a?comment=no-id")).toBe("/articles/a");
  expect(addressOf("/articles/a/comments?limit=007&after=x%2By&sort=oldest")).toBe(
    "/articles/a/comments?sort=oldest&after=x%2By&limit=7",
  );
  expect(addressOf("/articles/a/comments?limit=20")).toBe("/articles/a/comments");
  expect(addressOf("/articles/a/comments?limit=900")).toBe("/articles/a/comments");
  expect(addressOf(`/comments/${ID.toUpperCase()}`)).toBe(`/comments/${ID}`);
  expect(addressOf("/rules?version=003")).toBe("/rules?version=3");
  expect(addressOf("/%61rticles/%61")).toBe("/articles/a");
});

test("a page about its reader is shared with nobody, and keeps its query", () => {
  expect(pageAddress("/sign-in?next=/rules&x=1")).toEqual({
    address: "/sign-in?next=/rules&x=1",
    isPublic: false,
  });
  expect(pageAddress("/articles/a/sides").isPublic).toBe(false);
  expect(pageAddress(`/comments/${ID}?kept=${ID}`).isPublic).toBe(false);
  expect(pageAddress(`/comments/${ID}?done=decided`).isPublic).toBe(false);
  expect(pageAddress(`/comments/${ID}?done=anything`)).toEqual({
    address: `/comments/${ID}`,
    isPublic: true,
  });
  expect(pageAddress("/articles/a?x=1").isPublic).toBe(true);
});

test("an address in its one spelling stays as it is", () => {
  const path = fc.constantFrom("/", "/articles/a-b", "/articles/a/comments", "/members/ada", "/rules");
  const name = fc.constantFrom(
    "sort",
    "after",
    "parent",
    "limit",
    "comment",
    "kept",
    "version",
    "utm",
    "a b",
  );
  const pair = fc.tuple(name, fc.oneof(fc.string(), fc.constantFrom("newest", "best", "20", "7", ID)));
  fc.assert(
    fc.property(path, fc.array(pair), (where, pairs) => {
      const once = addressOf(`${where}?${new URLSearchParams(pairs).toString()}`);
      expect(addressOf(once)).toBe(once);
      const backwards = [...pairs].reverse();
      expect(addressOf(`${where}?${new URLSearchParams(backwards).toString()}`)).toBe(once);
    }),
  );
});
