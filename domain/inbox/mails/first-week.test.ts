import { expect, test } from "vitest";
import { chooseMail } from "./choices";
import { mailDigests } from "./digest";
import { MAILED_AFTER, mailNotices } from "./due";
import { markRead } from "@/domain/inbox/commands";
import { announceClosing, tellFollowers } from "@/domain/inbox/jobs";
import { inboxOf } from "@/domain/inbox/queries";
import { decide } from "@/domain/moderation/decisions/commands";
import { database } from "@/platform/database";
import { aMember, cast } from "@/test/cast";
import { aComment } from "@/test/discussion";
import { mailsTo } from "@/test/mails";
import { aPoll } from "@/test/voters";

const HOUR = 3_600_000;

/** The jobs of five minutes later. */
async function fiveMinutesPass(): Promise<void> {
  await tellFollowers();
  await database()
    .$executeRaw`UPDATE notice SET at = at - make_interval(mins => ${MAILED_AFTER}::int) WHERE mail_open`;
  await mailNotices();
  await mailDigests();
}

const aDayPasses = () =>
  database().$executeRaw`UPDATE mail_choice SET digest_at = digest_at - interval '1 day'`;

test("in the first week of a new member the mails are few, each for something, and in threads", async () => {
  const { ada, bo, cy } = await cast();
  const fay = await aMember();
  const place = await aPoll({
    opensAt: new Date(Date.now() - 72 * HOUR),
    closesAt: new Date(Date.now() + 20 * HOUR),
  });
  const article = { id: place.articleId, slug: place.slug };
  const mails = async () =>
    (await mailsTo(fay.email)).filter(({ kind }) => kind === "notices" || kind === "digest");
  const mailed = async () => (await mails()).length;

  // The first day: two answers within five minutes are one mail.
  await chooseMail({ digest: "weekly" }, fay);
  const first = await aComment(article, fay, { text: "I think that they are one." });
  const answer = await aComment(article, bo, { parent: first.id, text: "Why do you think so?" });
  await aComment(article, cy, { parent: first.id, text: "So do I, as it happens." });
  await fiveMinutesPass();
  expect(await mailed()).toBe(1);
  // Her own words stand below both answers, once.
  expect((await mails())[0]?.items?.map(({ answers }) => answers?.intro)).toEqual([undefined, "You wrote:"]);
  expect((await mails())[0]).toMatchObject({
    subject: "A question",
    thread: { id: `comment-${answer.id}`, parents: [`discussion-${article.id}`, `comment-${first.id}`] },
  });

  // The second: what she reads on the site is not mailed.
  await aDayPasses();
  await aComment(article, bo, { parent: first.id, text: "I have thought about it since." });
  await markRead(null, fay);
  await fiveMinutesPass();
  expect(await mailed()).toBe(1);

  // The third: what others say to each other is in her inbox.
  await aDayPasses();
  await aComment(article, cy, { text: "May I begin with another point?" });
  await fiveMinutesPass();
  expect(await mailed()).toBe(1);
  expect((await inboxOf({}, fay)).items[0]).toMatchObject({ kind: "followed", read: false });

  // The fourth: she is called by name, in the same thread.
  await aDayPasses();
  const call = await aComment(article, cy, { parent: answer.id, text: `Ask @${fay.handle}, who knows.` });
  await fiveMinutesPass();
  expect(await mailed()).toBe(2);
  expect((await mails())[0]).toMatchObject({
    subject: "A question",
    from: `${cy.name} via Moot`,
    thread: { id: `comment-${call.id}`, parents: [`discussion-${article.id}`, `comment-${answer.id}`] },
  });

  // The fifth: tomorrow would be too late to vote.
  await aDayPasses();
  await announceClosing();
  await fiveMinutesPass();
  expect(await mailed()).toBe(3);
  expect((await mails())[0]).toMatchObject({
    subject: "A question",
    thread: { parents: [`discussion-${article.id}`] },
  });

  // The sixth: a decision about her, which is of no thread.
  await aDayPasses();
  const rash = await aComment(article, fay, { text: "Something that I should not have said." });
  await decide(
    { action: "reject", comment: rash.id, revision: 1, ground: "person", explanation: "It was rude." },
    ada,
  );
  await fiveMinutesPass();
  expect(await mailed()).toBe(4);
  expect((await mails())[0]).toMatchObject({ thread: { parents: [] } });
  expect((await mails())[0]?.subject).toBe("A moderator removed your comment under “A question”");

  // The seventh: one digest, and nothing after it.
  await aDayPasses();
  await aDayPasses();
  await fiveMinutesPass();
  await fiveMinutesPass();
  expect(await mailed()).toBe(5);
  const [digest] = await mails();
  expect(digest).toMatchObject({ kind: "digest" });
  // What she has read or was mailed is no news.
  expect(digest?.items?.map(({ words }) => words[0]?.text)).toEqual(["May I begin with another point?"]);
});
