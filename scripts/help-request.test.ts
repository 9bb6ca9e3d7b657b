import { expect, test } from "vitest";
import { helpRequest } from "./help-request";

test.each<[string, ReturnType<typeof helpRequest>]>([
  ["", { version: false, about: "" }],
  ["help", { version: false, about: "" }],
  ["--help", { version: false, about: "" }],
  ["-h", { version: false, about: "" }],
  ["help article", { version: false, about: "article" }],
  ["help article publish", { version: false, about: "article publish" }],
  ["article publish --help", { version: false, about: "article publish" }],
  ["backup -h", { version: false, about: "backup" }],
  ["--version", { version: true }],
  ["article publish help", null],
  ["article publish -- --help", null],
  ["check", null],
])("moot %s", (typed, answer) => {
  expect(helpRequest(typed.split(" ").filter(Boolean))).toEqual(answer);
});
