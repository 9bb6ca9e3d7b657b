import { setTimeout as pause } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { anEmptyDatabase } from "@/test/server";
import { openTcpProxy, transactionPooler } from "@/test/tcp-proxy";
import { freePort } from "./postgres/embedded";
import { reachDatabase } from "./reach-database";
import { asOwner } from "./schema";

const server = inject("testServer");

const at = (url: string, wish: Partial<{ port: number; database: string; password: string }>): string =>
  Object.assign(new URL(url), {
    ...(wish.port && { port: String(wish.port) }),
    ...(wish.database && { pathname: `/${wish.database}` }),
    ...(wish.password && { password: wish.password }),
  }).href;

const once = (url: string) => reachDatabase(url, { tell: () => undefined, patience: 0 });

test("a database that starts later is waited for, with a sentence before and one after", async () => {
  const url = await anEmptyDatabase(server, "late");
  const port = await freePort();
  const told: string[] = [];
  const reached = reachDatabase(at(url, { port }), { tell: (line) => told.push(line), patience: 30_000 });
  await pause(1_500);
  const proxy = await openTcpProxy(url, undefined, port);
  await reached;
  await proxy.close();
  expect(told).toEqual([
    expect.stringMatching(/waiting for the database \S+ at 127\.0\.0\.1:\d+: nothing listens there\.$/),
    "  the database is there now.",
  ]);
});

test("one that takes no writes is waited for: a standby before its promotion, or one set read-only", async () => {
  const url = await anEmptyDatabase(server, "read_only");
  const name = new URL(url).pathname.slice(1);
  await asOwner(url, (client) =>
    client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`),
  );
  await expect(once(url)).rejects.toThrow(/takes no writes/);
  const reached = reachDatabase(url, { tell: () => undefined, patience: 30_000 });
  await asOwner(url, async (client) => {
    await client.query("SET default_transaction_read_only = off");
    await client.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
  });
  await reached;
});

test("what does not pass by itself is refused at once, whatever the patience", async () => {
  const url = await anEmptyDatabase(server, "refused");
  const patiently = (address: string) => reachDatabase(address, { tell: () => undefined, patience: 60_000 });
  await expect(patiently(at(url, { database: "not_there" }))).rejects.toThrow(/"not_there" does not exist/);
  await expect(patiently(at(url, { password: "wrong" }))).rejects.toThrow(/authentication failed/);
});

test("a database in which not every text can be kept is refused", async () => {
  const url = await anEmptyDatabase(server, "ascii");
  const name = new URL(url).pathname.slice(1);
  await asOwner(server.adminUrl, async (client) => {
    await client.query(`DROP DATABASE ${name}`);
    await client.query(
      `CREATE DATABASE ${name} ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
    );
  });
  await expect(once(url)).rejects.toThrow(/keeps its text as SQL_ASCII, and Moot's is UTF-8/);
});

test("a search_path that leads elsewhere is refused, and so is a pooler by transaction", async () => {
  const url = await anEmptyDatabase(server, "pooled");
  await asOwner(url, (client) => client.query("CREATE SCHEMA elsewhere"));
  await expect(once(`${url}?options=-csearch_path%3Delsewhere`)).rejects.toThrow(/first schema is elsewhere/);
  await once(url);
  const proxy = await openTcpProxy(url, transactionPooler());
  await expect(once(proxy.url)).rejects.toThrow(/pool_mode = transaction/);
  await proxy.close();
});

test("a host that has vanished is no error of ours: nobody answers there", async () => {
  const url = await anEmptyDatabase(server, "vanished");
  const proxy = await openTcpProxy(url);
  proxy.freeze("all");
  await expect(once(proxy.url)).rejects.toThrow(/nobody answers there/);
  await proxy.close();
});
