import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Arrived } from "@/test/smtp-server";

const smtp = await vi.hoisted(async () => (await import("@/test/smtp-server")).smtpServer());

const { MAILED_AFTER, mailNotices } = await import("./due");
const { mailDigests } = await import("./digest");
const { chooseMail, mailChoiceOf } = await import("./choices");
const { announceClosing, tellFollowers } = await import("@/domain/inbox/jobs");
const { markCommentsRead, markRead } = await import("@/domain/inbox/commands");
const { decide } = await import("@/domain/moderation/decisions/commands");
const { followDiscussion } = await import("@/domain/following/commands");
const { sendMail } = await import("@/domain/mail/send");
const { database, closeDatabase } = await import("@/platform/database");
const { cast, aMember } = await import("@/test/cast");
const { aPoll, asOwner } = await import("@/test/voters");
const { aComment, anEmptyArticle } = await import("@/test/discussion");

beforeEach(() => {
  smtp.arrived = [];
  smtp.answer = 0;
});
afterAll(async () => {
  await smtp.close();
  await closeDatabase();
});

/** As if five minutes had passed. */
const later = () =>
  database()
    .$executeRaw`UPDATE notice SET at = at - make_interval(mins => ${MAILED_AFTER}::int) WHERE mail_open`;

/** Hands over what is written, as the workers do. */
async function send(): Promise<void> {
  const open = await database().mail.findMany({
    where: { sentAt: null, refusedAt: null },
    orderBy: { id: "asc" },
  });
  for (const { id } of open) await sendMail(id);
}

async function theMail(): Promise<Arrived> {
  await later();
  await mailNotices();
  await send();
  const [one] = smtp.arrived;
  if (!one) throw new Error("Nothing arrived.");
  return one;
}

describe("a reply", () => {
  test("is mailed five minutes later: who, where, what, to what, why, and how it ends; under the mails before it", async () => {
    const { bo, cy } = await cast();
    const article = await anEmptyArticle();
    const root = await aComment(article, bo, { text: "They are one, I say." });
    const reply = await aComment(article, cy, {
      parent: root.id,
      text: "No.\n\n> They are\n\nThey are *two*.",
    });
    await mailNotices();
    expect(await database().mail.count({ where: { recipient: bo.email } })).toBe(0);
    const { mail, raw } = await theMail();
    expect(smtp.arrived).toHaveLength(1);
    expect(mail.from?.value[0]?.name).toBe(`${cy.name} via Moot`);
    expect(mail.subject).toBe("A question");
    expect(mail.messageId).toBe(`<comment-${reply.id}@localhost>`);
    expect(mail.inReplyTo).toBe(`<comment-${root.id}@localhost>`);
    expect(mail.references).toEqual([
      `<discussion-${article.id}@localhost>`,
      `<comment-${root.id}@localhost>`,
    ]);
    expect(mail.headers.get("list")).toMatchObject({
      unsubscribe: { url: expect.stringContaining("/api/v1/unsubscribe/one-click?token=") as string },
    });
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    for (const words of [
      `${cy.name} replied to you under “A question”.`,
      "They are two.",
      "> They are",
      "You wrote:",
      "> They are one, I say.",
      `http://localhost:3000/comments/${reply.id}`,
      "because somebody replied to your comment",
    ])
      expect(mail.text).toContain(words);
    expect(mail.text).toMatch(/\/unsubscribe\?token=[\w-]+&stop=discussion/);
    expect(mail.html).toContain("They are two.");
    expect(mail.html).not.toMatch(/<img|<script|src=/);
    expect(await database().notice.count({ where: { memberId: bo.id, mailOpen: true } })).toBe(0);
  });

  test("takes along what came meanwhile, and is one mail a discussion", async () => {
    const { bo, cy, ada } = await cast();
    const [one, two] = [await anEmptyArticle(), await anEmptyArticle()];
    const [first, second] = [await aComment(one, bo), await aComment(two, bo)];
    await aComment(one, cy, { parent: first.id });
    await later();
    await aComment(one, ada, { parent: first.id });
    await aComment(two, ada, { parent: second.id });
    await mailNotices();
    await send();
    expect(smtp.arrived).toHaveLength(1);
    expect(smtp.arrived[0]?.mail.text).toContain(`${cy.name} replied`);
    expect(smtp.arrived[0]?.mail.text).toContain(`${ada.name} replied`);
    expect(smtp.arrived[0]?.mail.from?.value[0]?.name).toBe("Moot");
    expect((await theMail()).mail.text).toBeDefined();
    expect(smtp.arrived).toHaveLength(2);
  });

  test.each(["read in the inbox", "read where it stands", "removed"])(
    "is not mailed once it was %s, not even when the mail was written already",
    async (what) => {
      for (const written of [false, true]) {
        const { ada, bo, cy } = await cast();
        const article = await anEmptyArticle();
        const root = await aComment(article, bo);
        const reply = await aComment(article, cy, { parent: root.id });
        await later();
        if (written) await mailNotices();
        if (what === "read in the inbox") await markRead(null, bo);
        else if (what === "read where it stands") await markCommentsRead([reply.id], bo);
        else
          await decide(
            { action: "reject", comment: reply.id, revision: 1, ground: "person", explanation: "" },
            ada,
          );
        await mailNotices();
        await send();
        expect(smtp.arrived.filter(({ mail }) => mail.text?.includes(`/comments/${reply.id}`))).toEqual([]);
      }
    },
  );
});

test("an address that refuses three mails for good gets no more of them, and its member is told; until they try again", async () => {
  const { bo, cy } = await cast();
  const article = await anEmptyArticle();
  const root = await aComment(article, bo);
  smtp.answer = 550;
  for (let nth = 0; nth < 3; nth++) {
    expect((await mailChoiceOf(bo)).stopped).toBe(false);
    await aComment(article, cy, { parent: root.id });
    await later();
    await mailNotices();
    await send();
  }
  smtp.answer = 0;
  expect((await mailChoiceOf(bo)).stopped).toBe(true);
  await aComment(article, cy, { parent: root.id });
  await later();
  await mailNotices();
  await send();
  expect(smtp.arrived).toEqual([]);
  await chooseMail({ again: true }, bo);
  await aComment(article, cy, { parent: root.id });
  expect((await theMail()).mail.to).toMatchObject({ text: bo.email });
});

test("a mail about a poll has its result once everybody may see it, and not before", async () => {
  const poll = await aPoll({
    closesAt: new Date(Date.now() + 3_600_000),
    opensAt: new Date(Date.now() - 3 * 86_400_000),
  });
  const fay = await aMember();
  await followDiscussion(poll.slug, "followed", fay);
  await chooseMail({ kinds: ["poll-closing", "poll-closed"] }, fay);
  await asOwner(
    "INSERT INTO published_tally (poll_id, option_key, votes, as_of) VALUES ($1, 'approach', 7, now()), ($1, 'complementary', 3, now())",
    [poll.id],
  );
  await announceClosing();
  await tellFollowers();
  const soon = await theMail();
  expect(soon.mail.text).toContain("One of approach, or complementary?");
  expect(soon.mail.text).toContain(`/articles/${poll.slug}/vote`);
  expect(soon.mail.text).not.toMatch(/%|votes\)/);
  smtp.arrived = [];
  await asOwner("UPDATE poll SET closes_at = now() - interval '1 second' WHERE id = $1", [poll.id]);
  await announceClosing();
  await tellFollowers();
  expect((await theMail()).mail.text).toContain("One of approach: 70% (7 votes)");
});

describe("a digest", () => {
  const aDayLater = () =>
    database().$executeRaw`UPDATE mail_choice SET digest_at = digest_at - interval '25 hours'`;

  const haveSeen = (who: { id: string }, article: { id: string }) => database().$executeRaw`
    INSERT INTO visit (member_id, article_id, seen_at) VALUES (${who.id}::uuid, ${article.id}::uuid, now())
    ON CONFLICT (member_id, article_id) DO UPDATE SET seen_at = now()`;

  test("has what is new in what one follows, and is never about nothing, nor about whom one muted", async () => {
    const { bo, cy } = await cast();
    const fay = await aMember();
    const article = await anEmptyArticle();
    await followDiscussion(article.slug, "followed", fay);
    await chooseMail({ digest: "daily" }, fay);
    await aDayLater();
    await mailDigests();
    await send();
    expect(smtp.arrived).toEqual([]);
    await aComment(article, bo, { text: "Something worth coming back for." });
    await aComment(article, cy, { text: "A second thing that was said here." });
    await tellFollowers();
    await aDayLater();
    await mailDigests();
    await mailDigests();
    await send();
    expect(smtp.arrived).toHaveLength(1);
    const { mail } = smtp.arrived[0] as Arrived;
    expect(mail.text).toContain("Something worth coming back for.");
    expect(mail.text).toContain("stop=digest");
    await aDayLater();
    await haveSeen(fay, article);
    await mailDigests();
    await send();
    expect(smtp.arrived).toHaveLength(1);
  });

  test("that waits to be sent loses what was removed meanwhile, and is not sent when nothing is left", async () => {
    const { ada, bo } = await cast();
    const fay = await aMember();
    const article = await anEmptyArticle();
    await followDiscussion(article.slug, "followed", fay);
    await chooseMail({ digest: "daily" }, fay);
    const remove = (comment: string) =>
      decide({ action: "reject", comment, revision: 1, ground: "person", explanation: "" }, ada);
    for (const day of ["Monday", "Tuesday"]) {
      const insult = await aComment(article, bo, { text: `What should not have been said on ${day}.` });
      if (day === "Monday") await aComment(article, bo, { text: "Something that may be said." });
      await aDayLater();
      expect(await mailDigests()).toBe(1);
      await remove(insult.id);
      await send();
      await haveSeen(fay, article);
    }
    expect(smtp.arrived.map(({ mail }) => mail.text?.includes("may be said"))).toEqual([true]);
    expect(smtp.arrived[0]?.mail.text).not.toContain("should not have");
  });
});
