import { beforeEach, expect, test } from "vitest";
import { muteMember } from "./commands";
import { commentFeed } from "./comment-feed";
import { discussionFeed, replyFeed } from "./feeds";
import { endReplyFeed, makeReplyFeed, replyFeedPath } from "./reply-feed";
import { withdraw } from "@/domain/comments/withdraw";
import { fromStore } from "@/domain/prose/safe-html";
import type { Member } from "@/domain/members/member";
import { sanction } from "@/domain/moderation/sanctions/commands";
import { aModerator } from "@/test/cast";
import { aPlainComment } from "@/test/desk";
import { aComment, aCrowd, anEmptyArticle, type AnArticle } from "@/test/discussion";
import { asOwner } from "@/test/voters";

let article: AnArticle;
let bo: Member, cy: Member;
beforeEach(async () => {
  article = await anEmptyArticle();
  [bo, cy] = (await aCrowd(2)) as [Member, Member];
});

const keyIn = (path: string): string => path.split("/").at(-1) ?? "";

test("a discussion's feed has what everybody can read, the newest first, and ends with the article", async () => {
  const [first, second] = [await aComment(article, bo), await aComment(article, cy)];
  await aPlainComment(article, bo, { state: "held" });
  const ids = async () => (await discussionFeed(article.slug))?.comments.map(({ id }) => id);
  expect(await ids()).toEqual([second.id, first.id]);
  await withdraw(second.id, cy);
  expect(await ids()).toEqual([first.id]);
  await asOwner("UPDATE article SET unpublished_at = now() WHERE id = $1", [article.id]);
  expect(await ids()).toBeUndefined();
});

test("a feed of replies has those to its owner, but for whom they muted, and what is taken down", async () => {
  const mine = await aComment(article, bo);
  const reply = await aComment(article, cy, { parent: mine.id });
  await aComment(article, cy);
  const path = await makeReplyFeed(bo);
  const ids = async () => (await replyFeed(keyIn(path)))?.map(({ id }) => id);
  expect(await ids()).toEqual([reply.id]);
  await muteMember(cy.handle, bo);
  expect(await ids()).toEqual([]);
  await asOwner("DELETE FROM member_mute WHERE member_id = $1", [bo.id]);
  await withdraw(reply.id, cy);
  expect(await ids()).toEqual([]);
});

test("its address is good until it is ended or made anew, and nobody can make one up", async () => {
  const path = await makeReplyFeed(bo);
  expect(await replyFeedPath(bo)).toBe(path);
  const again = await makeReplyFeed(bo);
  expect(again).not.toBe(path);
  expect([await replyFeed(keyIn(path)), await replyFeed(keyIn(again))]).toEqual([null, []]);
  const [id = "", signature = ""] = keyIn(again).split(".");
  for (const forged of [id, `${id}.`, `${id}.${"A".repeat(22)}`, `.${signature}`, "x", `${again}x`, "\0"])
    expect(await replyFeed(forged), forged).toBeNull();
  await asOwner("UPDATE member SET hidden_at = now() WHERE id = $1", [bo.id]);
  expect(await replyFeed(keyIn(again))).toBeNull();
  await asOwner("UPDATE member SET hidden_at = NULL WHERE id = $1", [bo.id]);
  await endReplyFeed(bo);
  expect([await replyFeed(keyIn(again)), await replyFeedPath(bo)]).toEqual([null, null]);
});

test("a ban ends it for as long as it stands", async () => {
  const key = keyIn(await makeReplyFeed(bo));
  const ban = { kind: "ban", ground: "person", explanation: "", days: undefined, cleanUp: "none" } as const;
  await sanction(bo.handle, ban, await aModerator());
  expect(await replyFeed(key)).toBeNull();
  await asOwner("UPDATE sanction SET lifted_at = now() WHERE member_id = $1", [bo.id]);
  expect(await replyFeed(key)).toEqual([]);
});

test("names and words stand in the feed as text, and addresses are whole", () => {
  const entry = {
    id: "0192f3a0-0000-7000-8000-000000000001",
    articleTitle: "Tea & <coffee>",
    author: "<Bo>",
    html: fromStore('<p>Ask <a href="/members/cy">@cy</a>.</p>'),
    passage: null,
    postedAt: new Date("2026-11-23T00:00:00Z"),
    editedAt: new Date("2026-11-24T00:00:00Z"),
  };
  const head = {
    title: "Replies",
    subtitle: "So.",
    language: "de",
    self: "/feeds/replies/x",
    page: "/inbox",
    annotations: "/a",
  };
  const xml = commentFeed(head, [entry, { ...entry, author: null, editedAt: null }], "https://moot.example");
  expect(xml).toContain("<title>&lt;Bo&gt; under “Tea &amp; &lt;coffee&gt;”</title>");
  expect(xml).toContain(
    '<link rel="alternate" type="application/ld+json; profile=&quot;http://www.w3.org/ns/anno.jsonld&quot;" href="https://moot.example/a"/>',
  );
  expect(xml).toContain("<name>A former member</name>");
  expect(xml).toContain("<updated>2026-11-24T00:00:00.000Z</updated>\n  <entry>");
  expect(xml).toContain("href=&quot;https://moot.example/members/cy&quot;");
});
