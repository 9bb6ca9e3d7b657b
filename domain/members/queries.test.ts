import { expect, test } from "vitest";
import { memberBySession } from "./queries";

test("a token nobody holds is nobody's session", async () => {
  expect(await memberBySession("never given out")).toBeNull();
});
