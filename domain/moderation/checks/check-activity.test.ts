import { expect, test } from "vitest";
import { checkActivity } from "./queries";
import { post } from "@/domain/comments/post";
import { database } from "@/platform/database";
import { cast } from "@/test/cast";
import { anEmptyArticle } from "@/test/discussion";

test("what each check did in the last days is counted by what it did; who does not moderate the site is not told", async () => {
  const { ada, bo, cy } = await cast();
  const held = await post(
    (await anEmptyArticle()).slug,
    { body: "See https://example.org/offers for more of it." },
    cy,
  );
  const [found] = await database().finding.findMany({ where: { commentId: held.id, effect: "hold" } });
  const rule = found?.rule ?? "";
  const before = (await checkActivity(ada)).get(rule);
  expect(before).toMatchObject({ flagged: 0, more: false });
  await database().finding.create({
    data: { commentId: held.id, revision: 1, rule, effect: "mark", reason: "Look at it." },
  });
  await database().finding.createMany({
    data: Array.from({ length: 100 }, () => ({
      commentId: held.id,
      revision: 1,
      rule: "shouting",
      effect: "mark",
      reason: "LOUD.",
    })),
  });
  const after = await checkActivity(ada);
  expect(after.get(rule)).toEqual({ held: before?.held, flagged: 1, more: false });
  expect(after.get("shouting")).toEqual({ held: 0, flagged: 100, more: true });
  await expect(checkActivity(bo)).rejects.toMatchObject({ status: 403 });
});
