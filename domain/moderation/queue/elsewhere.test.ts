import { beforeAll, expect, test } from "vitest";
import { aMember, aModerator, type Player } from "@/test/cast";
import { aPlainArticle, aPlainComment } from "@/test/desk";
import { foundElsewhere } from "./elsewhere";
import { QueueQuery } from "./schema";

let ada: Player, bo: Player;
let here: Awaited<ReturnType<typeof aPlainArticle>>;
beforeAll(async () => {
  [ada, bo, here] = await Promise.all([aModerator(), aMember({ name: "Bo" }), aPlainArticle()]);
});

test("what is not in one queue is found in the others that have it, by the same words", async () => {
  await aPlainComment(here, bo, { state: "held" });
  const asked = QueueQuery.parse({ queue: "reported", member: bo.handle });
  expect(await foundElsewhere(asked, ada)).toEqual([{ queue: "held", count: 1 }]);
  expect(await foundElsewhere({ ...asked, q: "words nobody wrote" }, ada)).toEqual([]);
});

test("the queue one looks at is not elsewhere", async () => {
  const asked = QueueQuery.parse({ queue: "held", member: bo.handle });
  expect(await foundElsewhere(asked, ada)).toEqual([]);
});

test("only moderators look", async () => {
  await expect(foundElsewhere(QueueQuery.parse({}), bo)).rejects.toMatchObject({ status: 403 });
});
