import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect, inject, test, vi } from "vitest";
import { effort } from "@/test/effort";
import { anEmptyDatabase } from "@/test/server";
import { freePort } from "./postgres/embedded";
import { rolesOf } from "./roles";

/*
 * The operator's guide, command by command: what it says to type is typed, on a site that `npm start` has begun. What cannot be typed here
 * is named at the guide's end.
 */

const mails = await vi.hoisted(async () => {
  const { smtpServer } = await import("@/test/smtp-server");
  return smtpServer();
});

const GUIDE = readFileSync("docs/OPERATING.md", "utf8");
const PROGRAMS =
  /^(npx|moot|npm|node|curl|openssl|systemctl|systemd-\w+|journalctl|pg_dump|psql|ulimit|set) |^pg_dump$|^member \w+/;

/** As an operator types it: inside of a sentence the program's name may be left out. */
const typed = (command: string): string =>
  command.replace(/^member /, "moot member ").replace(/^moot /, "npx moot ");

const [, BEHIND = ""] = GUIDE.split("\n## How this page is tried\n");
const NOT_TYPED = commandsIn(BEHIND.replace(/^(?!\|).*$|\|[^|]*\|$/gm, "")).map(typed);
const TYPED = [...new Set(commandsIn(GUIDE.replace(BEHIND, "")).map(typed))].filter(
  (command) => !NOT_TYPED.includes(command),
);

function commandsIn(text: string): string[] {
  return Array.from(text.matchAll(/`([^`\n]+)`/g), ([, command = ""]) => command).filter((command) =>
    PROGRAMS.test(command),
  );
}

/** The statements that a superuser is given, a line each. */
const STATEMENTS = Array.from(
  GUIDE.matchAll(/^ {4}((?:CREATE (?:ROLE|DATABASE)|REVOKE) .*;)/gm),
  ([, one = ""]) => one,
);

const MAKES_A_DATABASE = "CREATE DATABASE";

const PASSWORD = "a lasting sentence";
const ARTICLE = "content/organisational-learning-and-knowledge-management.md";

/** `guide` stands there word for word; `more` is what that leaves to whoever types it. Words in capitals are `names`. */
type Step = {
  guide: string;
  more?: string;
  names?: Record<string, string>;
  input?: string;
  code?: number;
  on?: "restored" | "imported";
  says: RegExp;
};

const MAX = { HANDLE: "max" };
const steps: Step[] = [
  { guide: "openssl rand -base64 48", says: /^[\w+/=]{64}\s$/ },
  { guide: "ulimit -n", says: /^(\d+|unlimited)\s$/ },
  { guide: "npx moot help", says: /backup FILE/ },
  { guide: "npx moot settings", says: /MOOT_SECRET/ },
  { guide: "npx moot member first-admin", says: /first-admin\?token=\S{20}/ },
  {
    guide: "npx moot member add EMAIL --handle NAME --role admin",
    names: { EMAIL: "max@example.org", NAME: "max" },
    input: PASSWORD,
    says: /max/,
  },
  {
    guide: "npx moot member add",
    more: " eve@example.org --handle eve",
    input: PASSWORD,
    says: /eve/,
  },
  { guide: "npx moot article publish FILE.md", names: { "FILE.md": ARTICLE }, says: /Published/ },
  { guide: "npx moot member list", says: /max@example\.org/ },
  { guide: "npx moot member show HANDLE", names: MAX, says: /max@example\.org/ },
  {
    guide: "npx moot member email HANDLE ADDRESS",
    names: { ...MAX, ADDRESS: "max-2@example.org" },
    says: /max-2@example\.org/,
  },
  {
    guide: "npx moot member email HANDLE NEW",
    names: { ...MAX, NEW: "max-3@example.org" },
    says: /max-3@example\.org/,
  },
  { guide: "npx moot member password HANDLE", names: MAX, input: PASSWORD, says: /max/ },
  { guide: "npx moot member sessions", more: " max", says: /max/ },
  { guide: "npx moot member keys HANDLE --remove", names: MAX, says: /max/ },
  { guide: "npx moot member recover HANDLE", names: MAX, input: PASSWORD, says: /max/ },
  {
    guide: "npx moot member recover HANDLE --email NEW",
    names: { ...MAX, NEW: "max-4@example.org" },
    input: PASSWORD,
    says: /max/,
  },
  { guide: 'npx moot member invite --uses 30 --days 14 --for "The choir"', says: /sign-up\?invitation=/ },
  { guide: "npx moot member invitations", says: /The choir/ },
  { guide: "npx moot member uninvite ID", says: /./ },
  { guide: "npx moot mail test ADDRESS", names: { ADDRESS: "eve@example.org" }, says: /eve@example\.org/ },
  {
    guide: "npx moot mail bounced ADDRESS",
    names: { ADDRESS: "max-4@example.org" },
    says: /max-4@example\.org/,
  },
  { guide: "npx moot jobs", says: /./ },
  // Here everything could be sent.
  { guide: "npx moot jobs retry all", code: 1, says: /No such job was given up/ },
  { guide: "npx moot secrets renew", says: /./ },
  { guide: "npx moot reindex", says: /./ },
  { guide: "npx moot check", says: /hold/ },
  { guide: "npx moot migrate --plan", says: /./ },
  { guide: "npx moot backup FILE", names: { FILE: "backup" }, says: /rows are in/ },
  {
    guide: "npx moot backup verify FILE",
    more: " --into SCRATCH",
    names: { FILE: "backup" },
    says: /whole backup/,
  },
  { guide: "npx moot restore FILE", names: { FILE: "backup" }, on: "restored", says: /Restored/ },
  { guide: "npx moot export FILE", names: { FILE: "lines" }, says: /lines are in/ },
  { guide: "npx moot import FILE", names: { FILE: "lines" }, on: "imported", says: /Imported/ },
  { guide: "curl http://127.0.0.1:3000/metrics", says: /^moot_held\{/m },
  { guide: "set -a; . /etc/moot.env; set +a", more: "; npx moot check", says: /hold/ },
  { guide: "npx moot member erase HANDLE", more: " --now --texts go", names: { HANDLE: "eve" }, says: /eve/ },
];

test("the guide says to type what is typed here, and what is not is named at its end", () => {
  const all = ["npm start", ...steps.map(({ guide }) => guide)];
  // "moot member add" is told of in passing, and typed with all that it takes.
  expect(TYPED.filter((command) => !all.some((one) => `${one} `.startsWith(`${command} `)))).toEqual([]);
  expect(all.filter((one) => !TYPED.includes(one))).toEqual([]);
  expect(STATEMENTS).toHaveLength(7);
  expect(NOT_TYPED.length).toBeGreaterThan(0);
});

test.runIf(effort(0, 1) === 1)(
  "each command of the guide does what it says",
  { timeout: 1_800_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "moot guide "));
    const server = inject("testServer");
    const [url, restored, imported, scratch = ""] = await Promise.all(
      ["guide", "guide_restored", "guide_imported", "guide_scratch"].map((name) =>
        anEmptyDatabase(server, name),
      ),
    );
    const port = String(await freePort());
    const settings = {
      DATABASE_URL: url,
      MOOT_SECRET: "only the tests are signed with this secret",
      MOOT_OLD_SECRETS: "and this is the one that was there before",
      MOOT_URL: `http://localhost:${port}`,
      MOOT_HOST: "127.0.0.1",
      MOOT_SMTP: process.env.MOOT_SMTP,
      MOOT_MAIL_FROM: process.env.MOOT_MAIL_FROM,
      PORT: port,
    };
    const bare: NodeJS.ProcessEnv = {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
    };
    writeFileSync(
      join(folder, "moot.env"),
      Object.entries(settings)
        .map(([name, value]) => `${name}='${value ?? ""}'\n`)
        .join(""),
    );
    const site = spawn("npm", ["start"], { env: { ...bare, ...settings }, stdio: "ignore" });
    const ended = once(site, "exit");
    try {
      const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status;
      await expect.poll(ready, { timeout: 300_000, interval: 200 }).toBe(200);
      let id = "";
      for (const { guide, more = "", names = {}, input, code = 0, on, says } of steps) {
        const words = Object.entries({
          ...names,
          ID: id,
          ":3000/": `:${port}/`,
          "/etc/moot.env": `'${join(folder, "moot.env")}'`,
        }).reduce(
          (text, [name, value]) =>
            text.replace(name, () => (name === "FILE" ? `'${join(folder, value)}'` : value)),
          guide,
        );
        const own = guide.startsWith("set -a")
          ? {}
          : { ...settings, DATABASE_URL: { restored, imported, here: url }[on ?? "here"] };
        const said = await inShell(
          words + more.replace("SCRATCH", `'${scratch}'`),
          { ...bare, ...own },
          input,
        );
        expect.soft([guide, said]).toEqual([guide, { code, text: expect.stringMatching(says) as string }]);
        expect(said.text).not.toContain(settings.MOOT_SECRET);
        id = /^([0-9a-f-]{36}|\d+)\b/m.exec(guide.endsWith("invitations") ? said.text : "")?.[1] ?? id;
      }
      expect(mails.arrived.map(({ to }) => to)).toContainEqual(["eve@example.org"]);
      await statementsHold(url ?? "");
    } finally {
      site.kill("SIGTERM");
      await ended;
      await mails.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

async function inShell(
  command: string,
  env: NodeJS.ProcessEnv,
  input?: string,
): Promise<{ code: number | null; text: string }> {
  const shell = spawn("sh", ["-c", command], { env, stdio: "pipe" });
  let text = "";
  for (const stream of [shell.stdout, shell.stderr])
    stream.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  // Who asks for nothing is gone before it is said.
  shell.stdin.on("error", () => undefined);
  shell.stdin.end(input === undefined ? "" : `${input}\n`);
  await once(shell, "close");
  return { code: shell.exitCode, text };
}

/** As the superuser that they are for, in the site's database; what they make is taken away again. */
async function statementsHold(url: string): Promise<void> {
  const at = new URL(url);
  const superuser = new Client({
    connectionString: Object.assign(new URL(inject("testServer").adminUrl), { pathname: at.pathname }).href,
  });
  await superuser.connect();
  const roles = rolesOf(at.pathname.slice(1));
  try {
    await superuser.query("BEGIN");
    for (const statement of STATEMENTS.filter((one) => !one.startsWith(MAKES_A_DATABASE)))
      await superuser.query(
        statement
          .replace("moot_app_moot", roles.site)
          .replace("moot_publisher_moot", roles.publisher)
          .replace("ROLE moot ", "ROLE guide_owner "),
      );
    await superuser.query("ROLLBACK");
    // No transaction may make a database.
    for (const statement of STATEMENTS.filter((one) => one.startsWith(MAKES_A_DATABASE)))
      await superuser.query(statement.replace("moot OWNER moot", "guide_made"));
    await superuser.query("DROP DATABASE guide_made");
  } finally {
    await superuser.end();
  }
}
