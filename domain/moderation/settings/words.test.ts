import { beforeAll, expect, test } from "vitest";
import { OPERATOR } from "@/domain/members/policy";
import { currentWordLists, watchedWordFinder } from "@/domain/moderation/checks/words/queries";
import { replaceWords } from "./commands";
import { database } from "@/platform/database";

// Another file in this process may have left other words under the same version, which are compiled once.
beforeAll(async () => {
  await watchedWordFinder(database(), null);
});

test("the operator replaces one list from a file, and the others stay", async () => {
  await replaceWords({ effect: "mark", text: "frankly" }, OPERATOR);
  const done = await replaceWords({ effect: "hold", text: "idiot\r\n\r\nidiot\r\nfool" }, OPERATOR);
  expect(done.entries).toBe(2);
  expect(await currentWordLists(database())).toMatchObject({ mark: "frankly", version: done.version });
  const find = await watchedWordFinder(database(), done.version);
  expect(find("You fool.")).toEqual({ effect: "hold", entry: "fool" });
});

test("a list of 100,000 lines is taken, one with a line more or a line too long is refused in words", async () => {
  const many = (lines: number) => Array.from({ length: lines }, (_, i) => `w${i.toString(36)}`).join("\n");
  await expect(replaceWords({ effect: "hold", text: many(100_000) }, OPERATOR)).resolves.toMatchObject({
    entries: 100_000,
  });
  await expect(replaceWords({ effect: "hold", text: many(100_001) }, OPERATOR)).rejects.toMatchObject({
    status: 422,
  });
  await expect(replaceWords({ effect: "hold", text: "x".repeat(101) }, OPERATOR)).rejects.toMatchObject({
    status: 422,
  });
});
