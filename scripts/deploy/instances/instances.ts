import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endChildren } from "@/scripts/child-process";
import { say } from "@/scripts/progress.mjs";
import { smtpServer } from "@/test/smtp-server";
import type { Programs } from "@/scripts/deploy/packages";
import { until } from "@/scripts/deploy/programs";
import { counting, type Tell } from "@/scripts/deploy/tell";
import { cookiesOf, open, ownAddress, type Person } from "@/scripts/deploy/visitors";
import { ARTICLE, askAs, DOOR, signUpAt, startCluster, type Cluster, type Instance } from "./cluster";
import { restartUnderLoad } from "./load";

const END_WITHIN = 15_000;
/** Whoever is nobody in particular sees what is new after so long, also where much else is done. Milliseconds. */
const SEEN_WITHIN = 8_000;
const HEARD_WITHIN = 15_000;
/** What was said last is on its first page, however much there is. */
const NEWEST = `${ARTICLE}?sort=newest`;
/** As web/door/members.ts has it. */
const SIGN_UPS = 30;
const TOO_MANY = 48;
/** Mails wait for a worker, which asks each second. Milliseconds. */
const MAILED_WITHIN = 20_000;
/** A command takes some seconds to begin on a busy machine. */
const SCHEDULED_IN = 30_000;
/** Longer than two workers would need for the same mail. Milliseconds. */
const NO_MORE_AFTER = 5_000;

/** Several processes of one site, whose clocks need not agree. */
export async function tellOfInstances(programs: Programs, folder: string, tell: Tell): Promise<void> {
  mkdirSync(folder);
  const log = join(folder, "sites.log");
  const before = { ...process.env };
  const mails = await smtpServer();
  const { tell: tellHere, failures } = counting(tell);
  try {
    const cluster = await startCluster(programs, folder, log, mails);
    const [, second, third] = cluster.instances as [Instance, Instance, Instance];
    await tellTogether(cluster, "three instances", tellHere);
    await tellHere("three instances: limits are shared", () => sharesLimits(cluster));
    await tellHere("three instances: a mail is sent once, a scheduled article published once", () =>
      worksOnce(cluster, folder),
    );
    await second.setClock("-3");
    await third.setClock("-1h");
    await tellTogether(cluster, "one clock 3 s behind, another set back an hour", tellHere);
    await tellHere("a rolling restart under load, with those clocks: no request is lost", () =>
      restartUnderLoad(cluster),
    );
    await tellHere("three instances: everything counted is right in the end", async () => {
      assert.match(await cluster.moot("check"), /All \d+ checks passed/);
    });
    if (failures() > 0) say(`\n${readFileSync(log, "utf8")}`);
  } finally {
    await endChildren(END_WITHIN);
    await mails.close();
    process.env = before;
  }
}

async function tellTogether(cluster: Cluster, what: string, tell: Tell): Promise<void> {
  await tell(`${what}: a session made at one holds at the others, and ends everywhere at once`, () =>
    sharesSessions(cluster),
  );
  await tell(`${what}: what one wrote is shown to its author by all at once, and to others soon`, () =>
    isFresh(cluster),
  );
  await tell(`${what}: live updates come from any to any`, () => tellsOfAll(cluster));
}

async function sharesSessions({ instances }: Cluster): Promise<void> {
  for (const made of instances)
    for (const ended of instances) {
      const visitor = await signUpAt(made);
      for (const other of instances)
        assert.equal(
          (await askAs(other, visitor, "/inbox")).status,
          200,
          `made at ${made.name}, ${other.name}`,
        );
      assert.equal((await askAs(ended, visitor, "/session", { method: "DELETE" })).status, 204);
      for (const other of instances)
        assert.equal(
          (await askAs(other, visitor, "/inbox")).status,
          401,
          `ended at ${ended.name}, ${other.name}`,
        );
    }
}

async function isFresh({ instances }: Cluster): Promise<void> {
  for (const wrote of instances)
    for (const reads of instances) {
      const visitor = await signUpAt(wrote);
      // Kept there from a moment ago.
      await reads.ask(NEWEST);
      const { body, cookie } = await postAt(wrote, visitor);
      const own = await reads.ask(NEWEST, { from: visitor.from, headers: { cookie } });
      assert.equal(own.status, 200);
      assert.ok(
        own.text.includes(body),
        `Written at ${wrote.name}, its author does not see it at ${reads.name}.`,
      );
      await until(
        async () => (await reads.ask(NEWEST)).text.includes(body),
        `Written at ${wrote.name}, nobody sees it at ${reads.name}.`,
        SEEN_WITHIN,
      );
    }
}

async function tellsOfAll({ instances }: Cluster): Promise<void> {
  const streams = await Promise.all(
    instances.map(async ({ origin, passedOn }) => {
      const stream = await open(`${origin}${DOOR}${ARTICLE}/live`, {
        headers: passedOn(ownAddress()),
        from: "127.0.0.1",
      });
      const heard = { text: "" };
      stream.setEncoding("utf8").on("data", (chunk: string) => (heard.text += chunk));
      return { stream, heard };
    }),
  );
  try {
    for (const wrote of instances) {
      const { id } = await postAt(wrote, await signUpAt(wrote));
      for (const [nth, { heard }] of streams.entries())
        await until(
          () => Promise.resolve(heard.text.includes(id)),
          `Posted at ${wrote.name}, not heard at ${instances[nth]?.name}.`,
          HEARD_WITHIN,
        );
    }
  } finally {
    for (const { stream } of streams) stream.destroy();
  }
}

async function sharesLimits({ instances }: Cluster): Promise<void> {
  const from = ownAddress();
  const statuses: number[] = [];
  for (let nth = 0; nth < TOO_MANY; nth += 1) {
    const one = instances[nth % instances.length] as Instance;
    statuses.push((await one.ask(`${DOOR}/members`, { method: "POST", body: {}, from })).status);
  }
  assert.ok(
    statuses.slice(0, SIGN_UPS).every((status) => status === 422 || status === 400),
    statuses.join(" "),
  );
  assert.ok(
    statuses.slice(SIGN_UPS).every((status) => status === 429),
    statuses.join(" "),
  );
}

async function worksOnce({ instances, mails, moot }: Cluster, folder: string): Promise<void> {
  const [first] = instances as [Instance];
  const people: Person[] = [];
  for (let nth = 0; nth < 4; nth += 1)
    for (const one of instances) people.push(await signUpAt(one, `Mo${nth}`));
  const editor = people[0] as Person;
  await moot("member", "role", editor.handle, "editor");
  const title = "Who decides what is written down?";
  const file = join(folder, "scheduled.md");
  writeFileSync(file, scheduledArticle(title));
  await moot(
    "article",
    "schedule",
    file,
    "--at",
    new Date(Date.now() + SCHEDULED_IN).toISOString(),
    "--by",
    editor.handle,
  );

  await Promise.all(
    people.map(({ email, from }, nth) =>
      (instances[nth % instances.length] as Instance).ask(`${DOOR}/recovery`, {
        method: "POST",
        body: { email },
        from,
      }),
    ),
  );
  const got = (email: string) => mails.arrived.filter(({ to }) => to.includes(email)).length;
  await until(
    () => Promise.resolve(people.every(({ email }) => got(email) > 0)),
    "Not everybody got a mail.",
    MAILED_WITHIN,
  );
  await until(
    async () => (await first.ask("/feed.xml")).text.includes(title),
    "The article was not published.",
    SCHEDULED_IN + MAILED_WITHIN,
  );
  await pause(NO_MORE_AFTER);
  assert.deepEqual(
    people.map(({ email }) => got(email)),
    people.map(() => 1),
  );
  const feed = (await first.ask("/feed.xml")).text;
  assert.equal(feed.split(title).length - 1, 1, feed);
}

const scheduledArticle = (title: string): string =>
  readFileSync("content/organisational-learning-and-knowledge-management.md", "utf8")
    .replace(/^title: .*$/m, `title: ${title}`)
    .replace(/^slug: .*$/m, "slug: who-decides");

let lastComment = 0;

/** @returns its id, its words, and the cookies of whoever posted it afterwards */
async function postAt(
  instance: Instance,
  visitor: Person,
): Promise<{ id: string; body: string; cookie: string }> {
  lastComment += 1;
  const body = `This is the comment with the number ${lastComment}, said at ${instance.name}.`;
  const { status, headers, text } = await askAs(instance, visitor, `${ARTICLE}/comments`, {
    method: "POST",
    body: { body },
  });
  assert.equal(status, 201, text);
  const { comment } = JSON.parse(text) as { comment: { id: string } };
  return { id: comment.id, body, cookie: cookiesOf(headers, visitor.cookie) };
}
