import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { z } from "zod";
import { runNode, typescript } from "@/scripts/child-process";
import { locationOf, startEmbedded } from "@/scripts/postgres/embedded";
import { asOwner, migrate } from "@/scripts/schema";
import { plannedWrites, type Write } from "@/test/writers";
import { environmentOf, startSite, type Site } from "./site";
import { program } from "@/scripts/programs";

/** Where a database has been killed it comes back within so long; milliseconds. */
const BACK_WITHIN = 60_000;
/** Writers of a round, and what each writes: more at once are held as a flood. */
const WRITERS = 10;
const EACH = 4;
const AT_ONCE = 8;
const SLUG = "organisational-learning-and-knowledge-management";

export type Kills = Readonly<{
  databases: number;
  sites: number;
  /** Whether a commit waits for the disk, as it does by default; the control does not. */
  waitsForDisk: boolean;
}>;

export type Killed = Readonly<{
  acknowledged: number;
  /** Writes that were acknowledged and are not there afterwards. */
  lost: number;
  /** Writes that are there twice. */
  twice: number;
  /** What `moot check` says afterwards. */
  check: string;
}>;

/**
 * Kills the site, and its PostgreSQL, in the middle of writes, again and again, on a data folder of its own, where commits wait for the disk
 * as on a site. After each kill it looks whether what was acknowledged is there; then what was not is sent once more under its own key.
 */
export async function killAgainAndAgain({ databases, sites, waitsForDisk }: Kills): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), "moot kills "));
  const embedded = await startEmbedded(folder, () => undefined);
  const { url } = embedded;
  let site: Site | undefined;
  try {
    await migrate(url);
    if (!waitsForDisk)
      await asOwner(url, (owner) => owner.query("ALTER DATABASE moot SET synchronous_commit = off"));
    const article = ["bin/moot.ts", "article", "publish", `content/${SLUG}.md`];
    await runNode([...typescript, ...article], { environment: environmentOf(url, 1) });
    let [acknowledged, lost] = [0, 0];
    const bodies: string[] = [];
    site = await startSite(url, { unlimited: true });
    for (let round = 0; round < databases + sites; round++) {
      const writes = await plannedWrites(`http://127.0.0.1:${site.port}`, "k", {
        writers: WRITERS,
        each: EACH,
      });
      bodies.push(...writes.map(({ body }) => body));
      const sending = sendAll(site.port, writes);
      await untilThirdIsThere(writes);
      if (round < databases) process.kill(locationOf(folder)?.pid ?? 0, "SIGKILL");
      else await site.close();
      await sending;
      const told = writes.filter(({ id }) => id !== null).length;
      if (told === writes.length) throw new Error("It was killed too late to tell anything.");
      if (round >= databases) site = await startSite(url, { unlimited: true });
      await untilReady(site.port);
      acknowledged += told;
      lost += told - (await thereOf(url, writes));
      // One is enough to know; and whose session is lost can write no more.
      if (!waitsForDisk && lost > 0) break;
      await sendAll(site.port, writes);
      const taken = writes.filter(({ id }) => id !== null).length;
      acknowledged += taken - told;
      if (taken < writes.length) throw new Error("Sent again, a write was not taken.");
    }
    const twice = await twiceOf(url, bodies);
    const check = await runNode([...program("moot"), "check"], {
      environment: environmentOf(url, 1),
    });
    return { acknowledged, lost, twice, check };
  } finally {
    await site?.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Some at a time; what was acknowledged already is not sent again. */
async function sendAll(port: number, writes: Write[]): Promise<void> {
  const waiting = writes.filter(({ id }) => id === null);
  const worker = async () => {
    for (let write = waiting.shift(); write; write = waiting.shift()) await send(port, write);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const Posted = z.object({ comment: z.object({ id: z.uuid() }) });

async function send(port: number, write: Write): Promise<void> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/articles/${SLUG}/comments`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: write.cookie, "idempotency-key": write.key },
      body: JSON.stringify({ body: write.body }),
      signal: AbortSignal.timeout(15_000),
    });
    if (answer.status === 201) write.id = Posted.parse(await answer.json()).comment.id;
  } catch {
    // The line broke: whether it was taken, nobody has said.
  }
}

async function untilThirdIsThere(writes: Write[]): Promise<void> {
  const giveUpAt = Date.now() + BACK_WITHIN;
  while (writes.filter(({ id }) => id !== null).length < writes.length / 3) {
    if (Date.now() > giveUpAt) throw new Error("Nothing was acknowledged.");
    await pause(2);
  }
}

async function untilReady(port: number): Promise<void> {
  const giveUpAt = Date.now() + BACK_WITHIN;
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  // Answered before the kill was noticed, it would say nothing: twice in a row.
  for (let times = 0; times < 2; times = (await ready()) ? times + 1 : 0) {
    if (Date.now() > giveUpAt) throw new Error("It was killed, and did not come back.");
    await pause(100);
  }
}

/** How many of the acknowledged are there, as whoever wrote them was told. */
async function thereOf(url: string, writes: Write[]): Promise<number> {
  return asOwner(url, async (owner) => {
    const told = writes.filter(({ id }) => id !== null);
    const { rows } = await owner.query<{ id: string; source: string }>(
      "SELECT id, source FROM comment WHERE id = ANY($1)",
      [told.map(({ id }) => id)],
    );
    const there = new Map(rows.map(({ id, source }) => [id, source]));
    return told.filter(({ id, body }) => there.get(id ?? "") === body).length;
  });
}

const twiceOf = (url: string, bodies: string[]): Promise<number> =>
  asOwner(url, async (owner: Client) => {
    const { rows } = await owner.query<{ many: number }>(
      "SELECT count(*)::int AS many FROM comment WHERE source = ANY($1) GROUP BY source",
      [bodies],
    );
    return rows.filter(({ many }) => many > 1).length;
  });
