import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { idParam } from "./id-param";

/** Next's own needs a page being drawn around it. */
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("not found");
  },
}));

const ID = "01a2236b-379e-7610-ba93-678e1c2b5283";
const NOT_FOUND = "not found";

test("what is no id is not there, and an id has one spelling", () => {
  for (const text of ["", "nope", "%00", "\0", `${ID}\n`, "\u001b[31m", "0".repeat(5_000)])
    expect(() => idParam(text), JSON.stringify(text)).toThrow(NOT_FOUND);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => idParam(text)).toThrow(NOT_FOUND);
    }),
  );
  expect(idParam(ID.toUpperCase())).toBe(ID);
});

test("every page with an id in its address asks for it so", () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" }).filter(
    (path) => path.includes("[id]") && path.endsWith("page.tsx"),
  );
  expect(pages.length).toBeGreaterThan(4);
  for (const page of pages)
    expect(readFileSync(join("app", page), "utf8"), page).toContain("idParam((await params).id)");
});
