import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Arrived } from "@/test/smtp-server";

const smtp = await vi.hoisted(async () => (await import("@/test/smtp-server")).smtpServer());

const { noteBounce, sendMail } = await import("./send");
const { STRANGERS_MAILS } = await import("./mail");
const { writeMail } = await import("./write");
const { database, transaction, closeDatabase } = await import("@/platform/database");
const { deadJobs, queueState, retryDead, returnAbandoned, startWorkers } =
  await import("@/platform/job-queue");
const { sendLetter, NotSent } = await import("@/platform/smtp");
const { aMember } = await import("@/test/cast");

beforeEach(() => {
  smtp.arrived = [];
  smtp.answer = 0;
});
afterAll(async () => {
  await smtp.close();
  await closeDatabase();
});

const words = { subject: "Your new password", paragraphs: ["Somebody asked."] };
const toSomebody = () => `gil-${randomUUID()}@example.org`;

/** @returns its id */
async function written(to: string, more: Partial<Parameters<typeof writeMail>[1]> = {}): Promise<string> {
  const cause = randomUUID();
  const mail = { to, kind: "test", memberId: null, cause, words, byStranger: false, ...more } as const;
  await transaction(async (tx) => {
    await writeMail(tx, mail);
  });
  const row = await database().mail.findFirst({ where: { recipient: to }, orderBy: { id: "desc" } });
  return row?.id ?? "";
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error("It never came to that.");
    await pause(50);
  }
}

describe("a mail is sent by a worker", () => {
  test("once it is committed, with everything in its head that mailboxes ask for", async () => {
    const to = toSomebody();
    const id = await written(to, {
      words: {
        ...words,
        action: { label: "Choose one", url: "http://localhost:3000/x?a=1&b=2" },
        code: "012345",
      },
    });
    const stop = startWorkers({ mail: sendMail });
    await until(() => smtp.arrived.length > 0);
    await stop();
    const [{ mail, raw, to: rcpt }] = smtp.arrived as [Arrived];
    expect(rcpt).toEqual([to]);
    expect(mail.subject).toBe("Your new password");
    expect(mail.from?.value).toEqual([{ address: "moot@example.org", name: "Moot" }]);
    expect(mail.messageId).toBe(`<${id}@localhost>`);
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(raw).toMatch(/^List-ID: "Moot" <localhost>/im);
    expect(mail.text).toContain("http://localhost:3000/x?a=1&b=2");
    expect(mail.text).toContain("012345");
    expect(mail.html).not.toMatch(/<img|src=/);
    const row = await database().mail.findUniqueOrThrow({ where: { id } });
    expect([row.sealed, row.sentAt]).toEqual([null, expect.any(Date)]);
  });

  test.each([0, 550])("the last one leaves no row behind, taken or refused (%i)", async (said) => {
    smtp.answer = said;
    const to = toSomebody();
    const id = await written(to, { kind: "account-erased" });
    const stop = startWorkers({ mail: sendMail });
    await until(async () => (await database().mail.count({ where: { id } })) === 0);
    await stop();
    expect(smtp.arrived).toHaveLength(said === 0 ? 1 : 0);
  });

  test("and not when its cause was rolled back", async () => {
    const to = toSomebody();
    const cause = transaction(async (tx) => {
      await writeMail(tx, { to, kind: "test", memberId: null, cause: "x", words, byStranger: false });
      throw new Error("It did not happen after all.");
    });
    await expect(cause).rejects.toThrow("after all");
    expect(await database().mail.count({ where: { recipient: to } })).toBe(0);
    expect((await queueState("mail")).waiting).toBe(0);
  });

  test("once, when its process was killed between the commit and the sending, or at it", async () => {
    const id = await written(toSomebody());
    // Whoever was at it is gone: they noted that they try, took the job, and never came back.
    await database()
      .$executeRaw`UPDATE mail SET trying_until = now() - interval '1 second' WHERE id = ${id}::uuid`;
    await database().$executeRaw`
      UPDATE job_queue.job SET state = 'active', started_on = now() - interval '1 hour' WHERE id = ${id}::uuid`;
    await returnAbandoned();
    await database().$executeRaw`UPDATE job_queue.job SET start_after = now() WHERE id = ${id}::uuid`;
    const stop = startWorkers({ mail: sendMail });
    await until(async () => (await database().mail.count({ where: { id, sentAt: { not: null } } })) === 1);
    await sendMail(id);
    await pause(1_500);
    await stop();
    expect(smtp.arrived).toHaveLength(1);
  });

  test("by one of several who are at it at once", async () => {
    const id = await written(toSomebody());
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => sendMail(id)));
    expect(smtp.arrived).toHaveLength(1);
    expect(tries.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
  });
});

describe("a mail that is not taken", () => {
  test("for now, is tried again, and arrives once", async () => {
    smtp.answer = 451;
    const id = await written(toSomebody());
    await expect(sendMail(id)).rejects.toMatchObject({ forGood: false });
    expect(await database().mail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      sentAt: null,
      problem: expect.stringContaining("451") as string,
    });
    smtp.answer = 0;
    await sendMail(id);
    await sendMail(id);
    expect(smtp.arrived).toHaveLength(1);
  });

  test("for good, is not tried again, and its member's account says so", async () => {
    smtp.answer = 550;
    const bo = await aMember();
    const id = await written(bo.email, { memberId: bo.id });
    await sendMail(id);
    smtp.answer = 0;
    await sendMail(id);
    expect(smtp.arrived).toHaveLength(0);
    expect(await database().member.findUniqueOrThrow({ where: { id: bo.id } })).toMatchObject({
      mailRefusedAt: expect.any(Date) as Date,
    });
  });

  test("in time, is not sent any more", async () => {
    const id = await written(toSomebody(), { usefulFor: -1 });
    await sendMail(id);
    expect(smtp.arrived).toHaveLength(0);
  });

  test("at all, is among the dead, and can be brought back", async () => {
    const id = await written(toSomebody());
    await database()
      .$executeRaw`UPDATE job_queue.job SET state = 'failed', completed_on = now() WHERE id = ${id}::uuid`;
    expect(await deadJobs()).toMatchObject([{ id, queue: "mail" }]);
    expect(await retryDead(await deadJobs())).toBe(1);
    const stop = startWorkers({ mail: sendMail });
    await until(() => smtp.arrived.length > 0);
    await stop();
    expect(await deadJobs()).toEqual([]);
  });
});

describe("nobody is bombed", () => {
  test("by strangers, however many ask at once; what the member does is told all the same", async () => {
    const to = toSomebody();
    await Promise.all(Array.from({ length: 12 }, () => written(to, { byStranger: true })));
    expect(await database().mail.count({ where: { recipient: to } })).toBe(STRANGERS_MAILS);
    await written(to);
    expect(await database().mail.count({ where: { recipient: to } })).toBe(STRANGERS_MAILS + 1);
  });

  test("at one mailbox by what can be put behind a +", async () => {
    const [to, other] = [toSomebody(), toSomebody()];
    for (let nth = 0; nth < STRANGERS_MAILS + 2; nth++)
      await written(to.replace("@", `+${nth}@`), { byStranger: true });
    await written(to, { byStranger: true });
    await written(other, { byStranger: true });
    const [box, local] = [(at: string) => at.replace(/\+\d+@/, "@"), to.split("@")[0] ?? ""];
    const rows = await database().mail.findMany({ where: { recipient: { startsWith: local } } });
    expect(rows.map(({ recipient }) => box(recipient))).toEqual(Array(STRANGERS_MAILS).fill(to));
    expect(await database().mail.count({ where: { recipient: other } })).toBe(1);
  });

  test("twice for one cause", async () => {
    const to = toSomebody();
    await written(to, { cause: "one" });
    await written(to, { cause: "one" });
    expect(await database().mail.count({ where: { recipient: to } })).toBe(1);
  });
});

test("what somebody calls themselves or asks for puts nothing into a mail's head", async () => {
  const nasty = "Hello\r\nBcc: evil@example.test\r\n\r\n<script>alert(1)</script>";
  const to = toSomebody();
  const letter = {
    from: nasty,
    subject: nasty,
    text: nasty,
    html: "<p>x</p>",
    messageId: `a@b\r\nX: y`,
    listName: "Moot",
    listId: "localhost",
  };
  await sendLetter({ ...letter, to });
  const [{ mail, to: rcpt, raw }] = smtp.arrived as [Arrived];
  expect(rcpt).toEqual([to]);
  expect(mail.bcc).toBeUndefined();
  expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^(Bcc|X):/im);
});

test.each([
  "a@b.test\r\nBcc: evil@example.test",
  "<evil@example.test>a@b.test",
  "a@b.test, evil@example.test",
  "friends: a@b.test, evil@example.test;",
  "a@b.test evil@example.test",
  '"evil@example.test" <a@b.test>',
  "nobody",
  "",
])("%j is no address, and goes nowhere", async (to) => {
  const letter = {
    from: "Moot",
    subject: "x",
    text: "x",
    html: "x",
    messageId: "a@b",
    listId: "localhost",
    listName: "Moot",
  };
  await expect(sendLetter({ ...letter, to })).rejects.toThrow(NotSent);
  expect(smtp.arrived).toHaveLength(0);
});

test("a bounce that came back elsewhere is noted at the account", async () => {
  const bo = await aMember();
  expect(await noteBounce(bo.email)).toBe(true);
  expect(await noteBounce(toSomebody())).toBe(false);
});

test("while there is no server a mail waits", async () => {
  const id = await written(toSomebody());
  await smtp.close();
  await expect(sendMail(id)).rejects.toMatchObject({ forGood: false });
});
