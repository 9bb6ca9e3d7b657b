import { spawn, type ChildProcess } from "node:child_process";
import { once as happens } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { simpleParser, type ParsedMail } from "mailparser";
import { Client } from "pg";
import { SMTPServer } from "smtp-server";
import { once, says, someone } from "./discussion";
import { expect, test } from "./story";
import { freePort, locationOf } from "@/scripts/postgres/embedded";

/** Mail as it goes out: by SMTP to a server that is not ours, and back by what a mail program does with it. */

const ARTICLE = "/articles/organisational-learning-and-knowledge-management";

test.describe.configure({ mode: "serial", timeout: 300_000 });

const arrived: ParsedMail[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, _session, done) => {
    void simpleParser(stream).then((mail) => {
      arrived.push(mail);
      done();
    });
  },
});
let site: { address: string; process: ChildProcess; folder: string };

test.beforeAll(async () => {
  test.setTimeout(300_000);
  const [port, mailPort] = [await freePort(), await freePort()];
  mailServer.listen(mailPort, "127.0.0.1");
  const folder = mkdtempSync(join(tmpdir(), "moot mail "));
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LANG: process.env.LANG,
    NODE_ENV: "production",
    MOOT_DATA: folder,
    MOOT_DEMO: "0",
    MOOT_LIMITS: "off",
    MOOT_LOG: "silent",
    MOOT_SMTP: `smtp://127.0.0.1:${mailPort}`,
    MOOT_MAIL_FROM: "moot@example.org",
    MOOT_PROVE_ADDRESS: "0",
    PORT: String(port),
  };
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env: environment, stdio: "ignore" });
  site = { address: `http://localhost:${port}`, process: child, folder };
  await untilReady();
});

test.afterAll(async () => {
  if (site.process.exitCode === null) {
    site.process.kill("SIGTERM");
    await happens(site.process, "exit");
  }
  rmSync(site.folder, { recursive: true, force: true });
  await new Promise<void>((resolve) => {
    mailServer.close(() => resolve());
  });
});

test(
  "a reply arrives by SMTP, its link leads to the very place, and one click in the mail program ends its mails, with undo",
  { tag: "@long" },
  async ({ browser }) => {
    const at = { baseURL: site.address };
    const [bo, cy] = [await someone(browser, "Bo", at), await someone(browser, "Cy", at)];
    const words = once("And who has said it before you?");
    const root = await says(bo.page, ARTICLE, once("They are one thing, I say, and not two."));
    const reply = await says(cy.page, ARTICLE, words, root);
    await sixMinutesLater();
    const mail = await mailTo(bo.player.email);
    await bo.page.goto(ARTICLE);
    expect(mail.subject).toBe(await bo.page.getByRole("heading", { level: 1 }).innerText());
    expect(mail.from?.text).toContain("via Moot");
    expect(mail.text).toContain(words);
    expect(mail.html).toContain(words);

    // In the browser of somebody who is not signed in there.
    const reader = await (await browser.newContext(at)).newPage();
    await reader.goto(linkIn(mail, `/comments/${reply}`));
    await expect(reader.getByText(words)).toBeVisible();

    // What a mail program sends when "Unsubscribe" is pressed in it: no cookie, no page (RFC 8058).
    expect(header(mail, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const address = /<(http[^>]+)>/.exec(header(mail, "list-unsubscribe"))?.[1] ?? "";
    const answer = await fetch(address, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      redirect: "error",
    });
    expect(answer.status).toBe(200);
    await bo.page.goto("/account#mail");
    await expect(bo.page.getByText("You have turned off all e-mails about notices.")).toBeVisible();
    await says(cy.page, ARTICLE, once("Nobody is told this by mail."), root);
    await sixMinutesLater();

    await reader.goto(linkIn(mail, "stop=all"));
    await reader.getByRole("button", { name: "No more e-mails about anything" }).click();
    await reader.getByRole("button", { name: "Undo" }).click();
    await expect(reader.getByRole("status")).toContainText("again");
    const last = once("And this again is.");
    await says(cy.page, ARTICLE, last, root);
    await sixMinutesLater();
    await expect.poll(() => toBo(bo.player.email).length, { timeout: 60_000 }).toBe(2);
    const second = toBo(bo.player.email)[1];
    expect(second?.text).toContain(last);
    // Under the discussion, as the first is: one thread in a mail program.
    expect(second?.references).toContain([mail.references ?? []].flat()[0]);
  },
);

async function untilReady(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (site.process.exitCode !== null) throw new Error(`npm start ended with ${site.process.exitCode}.`);
    const answer = await fetch(`${site.address}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await pause(200);
  }
  throw new Error("npm start was not ready within two minutes.");
}

/** Everything that anybody was told was told six minutes earlier: it is due to be mailed. */
async function sixMinutesLater(): Promise<void> {
  const client = new Client({ connectionString: locationOf(site.folder)?.url });
  await client.connect();
  try {
    await client.query("UPDATE notice SET at = at - interval '6 minutes'");
  } finally {
    await client.end();
  }
}

const toBo = (address: string): ParsedMail[] =>
  arrived.filter(({ to }) => [to ?? []].flat().some(({ text }) => text.includes(address)));

async function mailTo(address: string): Promise<ParsedMail> {
  await expect.poll(() => toBo(address).length, { timeout: 60_000 }).toBe(1);
  const [mail] = toBo(address);
  if (!mail) throw new Error("No mail arrived.");
  return mail;
}

const header = (mail: ParsedMail, name: string): string =>
  mail.headerLines
    .find(({ key }) => key === name)
    ?.line.replace(/^[^:]*:\s*/, "")
    .replace(/\s+/g, " ") ?? "";

/** The first link with these letters in it. */
function linkIn({ text = "" }: ParsedMail, letters: string): string {
  const link = text.split(/\s+/).find((word) => word.startsWith("http") && word.includes(letters));
  if (link === undefined) throw new Error(`There is no link with ${letters} in the mail.`);
  return link;
}
