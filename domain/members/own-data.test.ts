import { expect, test } from "vitest";
import { z } from "zod";
import { ownData } from "./own-data";
import { ownDataPage } from "./own-data-page";
import { OwnDataSchema } from "./own-data-schema";
import { WORDS } from "./own-data-words";
import { changeProfile } from "./profile";
import { decideOnProfile } from "@/domain/moderation/profiles/commands";
import { profileAtTheDesk } from "@/domain/moderation/profiles/queries";
import { castVote } from "@/domain/polls/commands";
import type { Member } from "./member";
import { post } from "@/domain/comments/post";
import { database } from "@/platform/database";
import { aMember, aModerator, anEstablishedReader } from "@/test/cast";
import { anEmptyArticle } from "@/test/discussion";
import { aPoll, asOwner, voters } from "@/test/voters";

const Copy = z.object({
  votes: z.array(z.object({ article: z.string(), option: z.string() })).nullable(),
  guesses: z.array(z.unknown()).nullable(),
  mindChanges: z.array(z.unknown()).nullable(),
  takenDown: z.array(z.object({ name: z.string().nullable() })),
});

async function pageOf(member: Member): Promise<string> {
  let html = "";
  for await (const piece of await ownDataPage(member)) html += piece;
  return html;
}

async function copyOf(member: Member): Promise<string> {
  let text = "";
  for await (const piece of await ownData(member)) text += piece;
  return text;
}

test("a copy of one's data has one length whatever one voted, and holds the vote", async () => {
  const poll = await aPoll();
  const options = ["approach", "complementary", "unsure"];
  const [lengths, pages] = [new Set<number>(), new Set<number>()];
  for (const [nth, voter] of (await voters(options.length)).entries()) {
    const option = options[nth] ?? "";
    await castVote({ poll: poll.id, option }, voter);
    const text = await copyOf(voter);
    expect(Copy.parse(JSON.parse(text)).votes).toEqual([{ article: poll.slug, option }]);
    lengths.add(text.length);
    const page = await pageOf(voter);
    expect(page).toContain(`<dd>${option}</dd>`);
    pages.add(page.replaceAll(voter.handle, "").replaceAll(voter.name, "").length);
  }
  expect([lengths.size, pages.size]).toEqual([1, 1]);
});

test("the file is what its published schema says, of somebody with a little of everything", async () => {
  const [ada, dan] = [await aModerator(), await anEstablishedReader()];
  const { slug, id: articleId } = await anEmptyArticle();
  const one = { memberId: dan.id };
  const db = database();
  const { id: commentId } = await post(slug, { body: "A thought." }, dan);
  await db.memberMute.create({ data: { ...one, mutedId: ada.id } });
  await db.mailChoice.create({ data: { ...one, unwanted: ["reply"] } });
  await db.visit.upsert({
    where: { memberId_articleId: { ...one, articleId } },
    create: { ...one, articleId, seenAt: new Date() },
    update: {},
  });
  await db.securityEvent.create({ data: { ...one, kind: "passkey-added" } });
  await db.outsideAccount.create({ data: { ...one, issuer: "https://elsewhere.example", subject: dan.id } });
  await db.earlierHandle.create({ data: { ...one, handle: `was-${dan.handle}` } });
  await db.passkey.create({
    data: { ...one, credentialId: dan.id, publicKey: new Uint8Array(1), counter: 0, name: "Key" },
  });
  await db.listingFollowing.create({ data: { ...one, kind: "tag", name: "tea" } });
  await db.notice.create({ data: { ...one, kind: "reply", cause: dan.id, commentId } });
  await db.report.create({ data: { commentId, revision: 1, reporterId: dan.id, reason: "person" } });
  await db.articleAuthor.create({ data: { ...one, articleId, revision: 1, position: 1, name: dan.name } });
  await db.articleWriter.create({ data: { ...one, articleId, publishedAt: new Date() } });
  await db.articleDraft.create({ data: { ownerId: dan.id, savedById: dan.id, fields: { title: "On tea" } } });
  const poll = await aPoll();
  await asOwner("INSERT INTO poll_guess (poll_id, member_id, share) VALUES ($1, $2, 0.65)", [
    poll.id,
    dan.id,
  ]);
  await asOwner(
    `INSERT INTO mind_change (poll_id, member_id, comment_id, why, closer, quotable, ripe_at)
     VALUES ($1, $2, $3, repeat('I had not thought of it. ', 3), true, false, now())`,
    [poll.id, dan.id, commentId],
  );
  const copy = OwnDataSchema.parse(JSON.parse(await copyOf(dan)));
  expect(copy.guesses).toMatchObject([{ article: poll.slug, share: 0.65 }]);
  expect(copy.mindChanges).toMatchObject([{ article: poll.slug, commentId, closer: true }]);
  expect(await pageOf(dan)).toContain("I had not thought of it.");
  const empty = Object.entries(copy).flatMap(([name, part]) =>
    Array.isArray(part) && part.length === 0 ? [name] : [],
  );
  expect(empty.sort()).toEqual(["appeals", "decisions", "reactions", "takenDown", "votes"]);
});

test("the page has all that the file has, every name of it in words, and nothing in it is HTML that somebody wrote", async () => {
  const dan = await anEstablishedReader();
  const { slug } = await anEmptyArticle();
  await post(slug, { body: "Is <b>1 < 2</b> a thought, or &amp; none?\n\nIt is." }, dan);
  await database().mailChoice.create({ data: { memberId: dan.id, unwanted: ["reply"] } });
  await database().memberMute.create({
    data: { memberId: dan.id, mutedId: (await aMember({ name: "Cy" })).id },
  });
  await database().member.update({ where: { id: dan.id }, data: { bio: "<script>alert(1)</script>" } });
  const page = await pageOf(dan);
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(page).toContain("Is &lt;b&gt;1 &lt; 2&lt;/b&gt; a thought, or &amp;amp; none?");
  expect(page).not.toMatch(/<(script|b|img)\b/);
  const named = (value: unknown): string[] =>
    typeof value !== "object" || value === null
      ? []
      : Array.isArray(value)
        ? value.flatMap(named)
        : Object.entries(value).flatMap(([name, part]) => [name, ...(name === "fields" ? [] : named(part))]);
  const names = named(JSON.parse(await copyOf(dan)));
  expect(names.filter((name) => !WORDS.has(name))).toEqual([]);
});

test("without a session the votes stay secret; what was taken down of one's profile is in it", async () => {
  const [ada, dan] = [await aModerator(), await aMember({ name: "Dan" })];
  await changeProfile({ name: "Bo is a fool" }, dan);
  const seen = (await profileAtTheDesk(dan.handle, ada))?.seen ?? "";
  const input = { action: "reset", name: true, bio: false, seen, ground: "person", explanation: "" } as const;
  await decideOnProfile(dan.handle, input, ada);
  const copy = Copy.parse(JSON.parse(await copyOf({ ...dan, sessionToken: null })));
  expect(copy).toMatchObject({
    votes: null,
    guesses: null,
    mindChanges: null,
    takenDown: [{ name: "Bo is a fool" }],
  });
});
