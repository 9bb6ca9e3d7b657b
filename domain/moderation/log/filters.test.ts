import { expect, test } from "vitest";
import { ACTIONS } from "@/domain/moderation/decisions/decision";
import * as t from "#messages/offices";
import { say } from "@/messages/say";

test("every decision has a name of its own in the log's filter", () => {
  const names = ACTIONS.map((action) => say(t.decisionAlone, { action }));
  expect(new Set(names).size).toBe(ACTIONS.length);
  expect(names).not.toContain("Other");
});
