import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { typescript } from "@/scripts/child-process";

const smtp = await vi.hoisted(async () => (await import("@/test/smtp-server")).smtpServer());

const { sendMail } = await import("./send");
const { database, closeDatabase } = await import("@/platform/database");
const { returnAbandoned, startWorkers } = await import("@/platform/job-queue");

afterAll(async () => {
  await smtp.close();
  await closeDatabase();
});

const came = (to: string): boolean => smtp.arrived.some((one) => one.to.includes(to));

test.each(["after the commit", "sending"])(
  "of a process killed %s one mail arrives after the restart, and no second",
  async (when) => {
    const to = `${when.replaceAll(" ", "-")}@example.org`;
    const sending = new Promise<void>((resolve) => (smtp.silence = resolve));
    const child = spawn(process.execPath, [...typescript, "test/killed-sender.ts", to, when], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    if (when === "sending") await sending;
    child.kill("SIGKILL");
    await once(child, "exit");
    smtp.silence = null;
    // As if the time had passed after which whoever was at it is taken for dead.
    await database().$executeRaw`UPDATE mail SET trying_until = now() WHERE trying_until IS NOT NULL`;
    await database()
      .$executeRaw`UPDATE job_queue.job SET started_on = now() - interval '1 hour' WHERE state = 'active'`;
    await returnAbandoned();
    await database().$executeRaw`UPDATE job_queue.job SET start_after = now() WHERE state = 'retry'`;
    const stop = startWorkers({ mail: sendMail });
    for (let nth = 0; nth < 200 && !came(to); nth++) await pause(50);
    await pause(1_500);
    await stop();
    expect(smtp.arrived.flatMap((one) => one.to).filter((one) => one === to)).toEqual([to]);
  },
);
