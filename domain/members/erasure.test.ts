import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { claimAccount } from "./claims";
import { eraseByOperator } from "./erase-by-operator";
import { eraseDue } from "./erase-due";
import { askErasure, askErasureOf, hasJustTakenItBack, keepAccountOf } from "./erasure";
import { beginApp } from "./keys/app-codes";
import { addPasskey, passkeyOptions, renamePasskey } from "./keys/passkeys";
import { renewRecoveryCodes } from "./keys/recovery-codes";
import { changeProfile } from "./profile";
import { memberByHandle, memberBySession } from "./queries";
import { askForPassword } from "./recovery";
import { openSession } from "./sessions";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { checks } from "@/bin/commands/check";
import { getComment } from "@/domain/comments/get-comment";
import { post } from "@/domain/comments/post";
import { decide } from "@/domain/moderation/decisions/commands";
import { report } from "@/domain/moderation/reports/commands";
import { reportableComment } from "@/domain/moderation/reports/queries";
import { castVote } from "@/domain/polls/commands";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import { Conflict, NotAllowed, Unacceptable } from "@/platform/refusal";
import { anAuthenticator } from "@/test/authenticator";
import {
  aMember,
  aModerator,
  anAdmin,
  anEditor,
  anEstablishedReader,
  CAST_PASSWORD,
  type Player,
} from "@/test/cast";
import { aPlainArticle, seenNow } from "@/test/desk";
import { effort } from "@/test/effort";
import { mailsTo } from "@/test/mails";
import { asOwner, aPoll, tallyOf, tryAsApplication } from "@/test/voters";

const leave = (who: Player, texts: "stay" | "go" = "stay") => askErasure({ texts, sure: true }, who);
const aWeekLater = (who: { id: string }) =>
  asOwner("UPDATE erasure SET due_at = now() WHERE member_id = $1", [who.id]);
const comeBack = ({ email }: Player) => signIn({ email, password: CAST_PASSWORD });

/** Its row is deleted with that; see the tests of mail. */
const theLastMailIsSent = ({ email }: Player) => database().mail.deleteMany({ where: { recipient: email } });

/** Every table in which one of these words occurs, in whichever column; also of the queue of jobs. */
async function tablesWith(...words: string[]): Promise<string[]> {
  const tables = await asOwner<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE relkind IN ('r', 'p') AND NOT relispartition
     AND relnamespace IN ('public'::regnamespace, 'job_queue'::regnamespace) ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await asOwner<{ there: boolean }>(
      `SELECT EXISTS (SELECT FROM ${name} t WHERE EXISTS (SELECT FROM unnest($1::text[]) w WHERE strpos(lower(t::text), lower(w)) > 0)) AS there`,
      [words],
    );
    if (row?.there) found.push(name);
  }
  return found;
}

describe("for a week the account is hidden and everything is kept", () => {
  test("its page is gone, its comments carry no name, it is signed out everywhere, and it is told by mail", async () => {
    const article = await aPlainArticle();
    const bo = await anEstablishedReader();
    const { id } = await post(article.slug, { body: "I shall be gone soon." }, bo);
    const until = await leave(bo);
    expect(Math.round((until.getTime() - Date.now()) / 86_400_000)).toBe(7);
    expect(await memberByHandle(bo.handle)).toBeNull();
    expect(await memberBySession(bo.sessionToken)).toBeNull();
    expect(await reportableComment(id)).toMatchObject({ name: null });
    expect(await getComment(id, null)).toMatchObject({
      author: null,
      html: expect.stringContaining("gone soon") as string,
    });
    expect((await mailsTo(bo.email))[0]).toMatchObject({ kind: "erasure-asked" });
    await eraseDue();
    expect(await database().member.findUniqueOrThrow({ where: { id: bo.id } })).toMatchObject({
      email: bo.email,
      name: bo.name,
    });
  });

  test("signing in from several browsers at once takes it back once, and lets each in", async () => {
    const bo = await anEstablishedReader();
    await leave(bo);
    const row = await database().member.findUniqueOrThrow({ where: { id: bo.id } });
    const sessions = await Promise.all(
      Array.from({ length: 6 }, () => openSession({ id: bo.id, passwordHash: row.passwordHash })),
    );
    expect(sessions).not.toContain(null);
    expect(
      await database().securityEvent.count({ where: { memberId: bo.id, kind: "erasure-taken-back" } }),
    ).toBe(1);
  });

  test("signing in takes it back, and says so", async () => {
    const bo = await aMember({ name: "Bo" });
    await leave(bo, "go");
    const { member } = await comeBack(bo);
    expect(await hasJustTakenItBack(member)).toBe(true);
    expect(await memberByHandle(bo.handle)).toMatchObject({ name: bo.name });
    expect(await database().erasure.count({ where: { memberId: bo.id } })).toBe(0);
  });

  test("a wrong password does not", async () => {
    const bo = await aMember({ name: "Bo" });
    await leave(bo);
    await expect(signIn({ email: bo.email, password: "a guess at it" })).rejects.toThrow(Unacceptable);
    expect(await memberByHandle(bo.handle)).toBeNull();
  });

  test("once the week is over nobody signs in any more, whatever the job is doing", async () => {
    const bo = await aMember({ name: "Bo" });
    await leave(bo);
    await aWeekLater(bo);
    await expect(comeBack(bo)).rejects.toThrow(Unacceptable);
  });

  test("nobody else gets the username meanwhile", async () => {
    const bo = await aMember({ name: "Bo" });
    await leave(bo);
    const other = { handle: bo.handle, email: `other-${bo.email}`, password: CAST_PASSWORD };
    await expect(signUp(other)).rejects.toThrow(Unacceptable);
  });
});

describe("afterwards", () => {
  test("name, address, username and texts are in no table, and what others wrote stays without the link", async () => {
    const [article, poll] = [await aPlainArticle(), await aPoll()];
    const [bo, cy] = [await anEstablishedReader(), await anEstablishedReader()];
    await changeProfile({ bio: `Lives in ${bo.handle.slice(3)}ville.` }, bo);
    await castVote({ poll: poll.id, option: "approach" }, bo);
    const own = await post(article.slug, { body: `The otter said ${bo.handle.slice(3)}x.` }, bo);
    const reply = await post(article.slug, { body: `@${bo.handle} is right.`, parentId: own.id }, cy);
    await report(
      own.id,
      { reason: "illegal", detail: "", law: "privacy", name: cy.name, email: bo.email, goodFaith: true },
      cy,
    );
    await report(
      reply.id,
      { reason: "person", detail: `${bo.name} minds.`, law: "", name: "", email: "", goodFaith: false },
      bo,
    );
    await askForPassword(bo.email);
    const key = await addPasskey(anAuthenticator().make(await passkeyOptions(bo)), bo);
    await renamePasskey(key, `The phone of ${bo.name}`, bo);
    await renewRecoveryCodes(bo);
    await beginApp(bo);
    expect(await tablesWith(bo.email)).toEqual(
      expect.arrayContaining(["mail", "member", "proof", "report"]) as string[],
    );

    await leave(bo, "go");
    await aWeekLater(bo);
    await eraseDue();
    expect((await mailsTo(bo.email)).map(({ kind }) => kind)).toEqual(["account-erased"]);
    await theLastMailIsSent(bo);
    expect(
      await tablesWith(bo.email, bo.name, `${bo.handle.slice(3)}x`, `${bo.handle.slice(3)}ville`),
    ).toEqual([]);
    // The empty row, and that its streams ended.
    expect(await tablesWith(bo.id)).toEqual(["event", "member"]);
    // Only where Cy called Bo by name, which is Cy's own text.
    expect(await tablesWith(bo.handle)).toEqual(["comment", "comment_revision"]);
    const { html } = await getComment(reply.id, null);
    expect(html).toContain(`@${bo.handle} is right`);
    expect(html).not.toContain("<a");
    expect(await getComment(own.id, null)).toMatchObject({ state: "withdrawn", author: null, html: "" });
    expect(await tallyOf(poll)).toMatchObject({ approach: 0 });
    await expect(comeBack(bo)).rejects.toThrow(Unacceptable);
    for (const check of checks) expect([check.name, await check.run()]).toEqual([check.name, []]);
  });

  test("comments that were to stay do, of nobody", async () => {
    const article = await aPlainArticle();
    const bo = await anEstablishedReader();
    const { id } = await post(article.slug, { body: "This will outlast me." }, bo);
    await leave(bo, "stay");
    await aWeekLater(bo);
    await eraseDue();
    expect(await getComment(id, null)).toMatchObject({ author: null, state: "visible" });
    expect(await database().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ authorId: null });
    await theLastMailIsSent(bo);
    expect(await tablesWith(bo.name, bo.handle)).toEqual([]);
  });

  test("the username stays nobody's, and the address is free", async () => {
    const bo = await aMember({ name: "Bo" });
    await leave(bo);
    await aWeekLater(bo);
    await eraseDue();
    const again = { email: bo.email, password: CAST_PASSWORD };
    await expect(signUp({ ...again, handle: bo.handle })).rejects.toThrow(Unacceptable);
    await expect(claimAccount({ ...again, handle: bo.handle }, false)).rejects.toThrow(Unacceptable);
    expect(await signUp({ ...again, handle: `${bo.handle.slice(0, 20)}-2` })).toMatchObject({
      token: expect.any(String) as string,
    });
  });

  test("drafts that nobody else has saved are gone; one that another editor saved since is theirs, and is not published by itself", async () => {
    const [eve, ada] = [await anEditor(), await anEditor()];
    const draft = (
      ownerId: string,
      savedById: string,
      scheduled?: { publishAt: Date; scheduledById: string },
    ) =>
      database().articleDraft.create({
        data: { ownerId, savedById, fields: { title: "On tea" }, ...scheduled },
      });
    const publishAt = new Date(Date.now() + 1e9);
    const [own, shared, anothers] = [
      await draft(eve.id, eve.id, { publishAt, scheduledById: eve.id }),
      await draft(eve.id, ada.id, { publishAt, scheduledById: eve.id }),
      await draft(ada.id, eve.id, { publishAt, scheduledById: ada.id }),
    ];
    await leave(eve);
    await aWeekLater(eve);
    await eraseDue();
    expect(await database().articleDraft.findUnique({ where: { id: own.id } })).toBeNull();
    const theirs = { ownerId: ada.id, savedById: ada.id };
    expect(await database().articleDraft.findUniqueOrThrow({ where: { id: shared.id } })).toMatchObject({
      ...theirs,
      publishAt: null,
      scheduledById: null,
    });
    expect(await database().articleDraft.findUniqueOrThrow({ where: { id: anothers.id } })).toMatchObject({
      ...theirs,
      publishAt,
    });
    await theLastMailIsSent(eve);
    expect(await tablesWith(eve.id)).toEqual(["event", "member"]);
  });

  test("whatever its holder, a reader or a moderator is doing at that moment", async () => {
    const ada = await aModerator();
    for (let round = 0; round < effort(1, 40); round++) {
      const [article, poll] = [await aPlainArticle(), await aPoll()];
      const [bo, cy] = [await anEstablishedReader(), await anEstablishedReader()];
      const word = `otters${randomUUID().slice(0, 8)}`;
      const one = await post(article.slug, { body: `So ${word}.` }, bo);
      const two = await post(article.slug, { body: `And ${word} again.` }, bo);
      const [seen, again] = await seenNow(one, two);
      if (!seen || !again) throw new Error("There is nothing to decide on.");
      const reason = { ground: "person", explanation: "" } as const;
      await Promise.allSettled([
        castVote({ poll: poll.id, option: "approach" }, bo),
        post(article.slug, { body: `More ${word}.`, parentId: one.id }, bo),
        leave(bo, "go"),
        castVote({ poll: poll.id, option: "complementary" }, bo),
        decide({ ...seen, action: "reject", ...reason }, ada),
      ]);
      await aWeekLater(bo);
      await Promise.allSettled([
        eraseDue(),
        decide({ ...again, action: "reject", ...reason }, ada),
        post(article.slug, { body: "A reply of somebody else's.", parentId: two.id }, cy),
        eraseDue(),
        report(two.id, { reason: "person", detail: "", law: "", name: "", email: "", goodFaith: false }, cy),
      ]);
      await eraseDue();
      await theLastMailIsSent(bo);
      expect(await tablesWith(bo.email, bo.handle, word)).toEqual([]);
      expect(await tallyOf(poll)).toMatchObject({ approach: 0, complementary: 0 });
      // What a moderator decided in between leads to the empty row, and says no name.
      expect(["decision", "event", "member", "notice", "queue_item"]).toEqual(
        expect.arrayContaining(await tablesWith(bo.id)) as string[],
      );
    }
    for (const check of checks) expect([check.name, await check.run()]).toEqual([check.name, []]);
  });

  test("more comments than a slice are seen to", async () => {
    const article = await aPlainArticle();
    const bo = await anEstablishedReader();
    await asOwner(
      `WITH c AS (INSERT INTO comment (article_id, article_revision, author_id, source, html)
         SELECT $1, 1, $2, 'So ' || n, '<p>So</p>' FROM generate_series(1, 120) n RETURNING id, source, html)
       INSERT INTO comment_revision (comment_id, number, source, html, shown) SELECT id, 1, source, html, true FROM c`,
      [article.id, bo.id],
    );
    await leave(bo, "go");
    await aWeekLater(bo);
    await eraseDue();
    expect(
      await database().comment.count({ where: { articleId: article.id, state: "withdrawn", source: "-" } }),
    ).toBe(120);
    expect(await database().member.findUniqueOrThrow({ where: { id: bo.id } })).toMatchObject({
      name: "",
      email: null,
    });
  });
});

describe("who else may", () => {
  test("an admin, for a member who asked; nobody else, and not the last admin's own account", async () => {
    const [max, bo, cy] = [await anAdmin(), await aMember({ name: "Bo" }), await aMember({ name: "Cy" })];
    const wish = { texts: "stay", sure: true } as const;
    await expect(askErasureOf(bo.handle, wish, cy)).rejects.toThrow(NotAllowed);
    await askErasureOf(bo.handle, wish, max);
    await expect(askErasureOf(bo.handle, wish, max)).rejects.toThrow(Conflict);
    expect(await memberByHandle(bo.handle)).toBeNull();
    await keepAccountOf(bo.handle, max);
    expect(await memberByHandle(bo.handle)).not.toBeNull();
    await expect(askErasureOf(max.handle, wish, max)).rejects.toThrow(NotAllowed);
  });

  test("of two admins one may leave, and then the other must stay", async () => {
    await asOwner(
      "UPDATE member SET role = 'moderator' WHERE role = 'admin' AND id <> (SELECT max(id::text)::uuid FROM member WHERE role = 'admin')",
    );
    const [max, mia] = [await anAdmin(), await anAdmin()];
    await asOwner("UPDATE member SET role = 'moderator' WHERE role = 'admin' AND id <> ALL ($1::uuid[])", [
      [max.id, mia.id],
    ]);
    await leave(max);
    await expect(leave(mia)).rejects.toThrow(Conflict);
    expect(await memberByHandle(mia.handle)).not.toBeNull();
  });

  test("the operator, in a week or at once; an account that is hidden already, too", async () => {
    const bo = await aMember({ name: "Bo" });
    const wish = { handle: bo.handle, textsGo: false };
    expect(await eraseByOperator({ ...wish, now: false }, env.migrationUrl)).toBeInstanceOf(Date);
    await expect(eraseByOperator({ ...wish, now: false }, env.migrationUrl)).rejects.toThrow(Conflict);
    expect(await eraseByOperator({ ...wish, now: true }, env.migrationUrl)).toBeNull();
    expect(await database().member.findUnique({ where: { handle: bo.handle } })).toBeNull();
  });

  test("the site's role erases nobody by naming them, and makes no week shorter", async () => {
    const bo = await aMember({ name: "Bo" });
    await leave(bo);
    for (const statement of [
      `UPDATE member SET erased_at = now() WHERE id = '${bo.id}'`,
      `UPDATE erasure SET due_at = now()`,
      `INSERT INTO erasure (member_id, texts_go) VALUES ('${bo.id}', true)`,
      `SELECT begin_erasure('${bo.id}', true)`,
    ])
      await expect(tryAsApplication(statement), statement).rejects.toThrow(/permission denied/);
  });
});
