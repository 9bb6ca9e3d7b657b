import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { SMTPServer } from "smtp-server";
import { typescript } from "@/scripts/child-process";

const { port } = await vi.hoisted(async () => {
  const { createServer } = await import("node:net");
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
  process.env.MOOT_SMTP = `smtp://127.0.0.1:${port}`;
  process.env.MOOT_MAIL_FROM = "moot@example.org";
  return { port };
});

const { sendMail } = await import("./send");
const { database, closeDatabase } = await import("@/platform/database");
const { returnAbandoned, startWorkers } = await import("@/platform/job-queue");

const arrived: string[] = [];
/** Resolved when somebody begins to send; while `silent` the server never answers them. */
let silent = false;
let begun = (): void => undefined;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_address, _session, done) => {
    if (silent) begun();
    else done();
  },
  onData: (stream, { envelope }, done) => {
    stream.resume();
    stream.on("end", () => {
      arrived.push(...envelope.rcptTo.map(({ address }) => address));
      done();
    });
  },
});
// Whoever is killed hangs up in the middle.
server.on("error", () => undefined);
beforeAll(async () => {
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
});
afterAll(async () => {
  server.close();
  await closeDatabase();
});

test.each(["after the commit", "sending"])(
  "of a process killed %s one mail arrives after the restart, and no second",
  async (when) => {
    const to = `${when.replaceAll(" ", "-")}@example.org`;
    silent = true;
    const sending = new Promise<void>((resolve) => (begun = resolve));
    const child = spawn(process.execPath, [...typescript, "test/killed-sender.ts", to, when], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    if (when === "sending") await sending;
    child.kill("SIGKILL");
    await once(child, "exit");
    silent = false;
    // As if the time had passed after which whoever was at it is taken for dead.
    await database().$executeRaw`UPDATE mail SET trying_until = now() WHERE trying_until IS NOT NULL`;
    await database()
      .$executeRaw`UPDATE job_queue.job SET started_on = now() - interval '1 hour' WHERE state = 'active'`;
    await returnAbandoned();
    await database().$executeRaw`UPDATE job_queue.job SET start_after = now() WHERE state = 'retry'`;
    const stop = startWorkers({ mail: sendMail });
    for (let nth = 0; nth < 200 && !arrived.includes(to); nth++) await pause(50);
    await pause(1_500);
    await stop();
    expect(arrived.filter((one) => one === to)).toEqual([to]);
  },
);
