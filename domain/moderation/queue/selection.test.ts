import { beforeAll, expect, test } from "vitest";
import { decideInBulk } from "@/domain/moderation/decisions/bulk";
import { undoBulk } from "@/domain/moderation/decisions/undo";
import { queuePage } from "./queries";
import { QueueQuery, Selection } from "./schema";
import { preview } from "./selection";
import { report } from "@/domain/moderation/reports/commands";
import { database } from "@/platform/database";
import { aMember, aModerator, type Player } from "@/test/cast";
import { aPlainArticle, aPlainComment } from "@/test/desk";

let ada: Player, bo: Player, cy: Player, article: Awaited<ReturnType<typeof aPlainArticle>>;
let offers: { id: string }[], rest: { id: string }[];
beforeAll(async () => {
  [ada, bo, cy, article] = [
    await aModerator(),
    await aMember({ name: "Bo" }),
    await aMember({ name: "Cy" }),
    await aPlainArticle(),
  ];
  const held = (author: Player, text: string) => aPlainComment(article, author, { state: "held", text });
  offers = [await held(bo, "A fine offer 100%."), await held(cy, "Another OFFER.")];
  rest = [
    await held(bo, "A thought from the Hauptstraße."),
    await aPlainComment(article, cy, { text: "An offer that stands." }),
  ];
  await database().finding.create({
    data: {
      commentId: offers[0]?.id ?? "",
      revision: 1,
      rule: "words",
      effect: "hold",
      reason: "Contains “offer”.",
    },
  });
  await report(
    rest[1]?.id ?? "",
    { reason: "noise", detail: "", law: "", name: "", email: "", goodFaith: false },
    bo,
  );
});

const ids = (all: { id: string }[]) => all.map(({ id }) => id).sort();

/** What the desk shows page by page is what is decided about together. */
test.each([
  [{ queue: "held", q: "offer" }, () => offers],
  [{ queue: "held", q: "100%" }, () => offers.slice(0, 1)],
  [{ queue: "held", q: "_" }, () => []],
  [{ queue: "held", q: "  fine   OFFER " }, () => offers.slice(0, 1)],
  [{ queue: "held", q: "hauptstrasse" }, () => rest.slice(0, 1)],
  [{ queue: "held", q: "Hauptstraße" }, () => rest.slice(0, 1)],
  [{ queue: "held", rule: "words" }, () => offers.slice(0, 1)],
  [{ queue: "reported", reason: "noise" }, () => rest.slice(1)],
  [{ queue: "reported", reason: "hate" }, () => []],
  [{ queue: "held", age: "1" }, () => []],
  [{ queue: "held" }, () => [...offers, ...rest.slice(0, 1)]],
])("all that match %o", async (wish, expected) => {
  const query = { ...wish, article: article.slug };
  const shown = await queuePage(QueueQuery.parse(query), ada);
  expect(ids(shown.items)).toEqual(ids(expected()));
  const { comments } = await preview(Selection.parse(query), ada);
  expect(comments.map(({ comment }) => comment).sort()).toEqual(ids(expected()));
});

test("and by member, then decided about together, and taken back together", async () => {
  const wish = Selection.parse({ queue: "held", member: bo.handle, article: article.slug });
  const found = await preview(wish, ada);
  expect(found.would).toEqual({ approve: 2, reject: 2, hold: 0, restore: 2 });
  const { bulk, decided } = await decideInBulk(
    { action: "reject", ground: "noise", explanation: "", comments: found.comments },
    ada,
  );
  expect(decided).toBe(2);
  expect((await preview(wish, ada)).comments).toEqual([]);
  expect(await undoBulk(bulk, ada)).toMatchObject({ undone: 2, left: 0 });
  expect((await preview(wish, ada)).comments).toHaveLength(2);
});
