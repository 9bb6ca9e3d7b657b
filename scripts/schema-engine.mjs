#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine, which the CLI would otherwise download: the same engine as
 * WebAssembly (`@prisma/schema-engine-wasm`), reached over the same JSON-RPC the CLI speaks on stdin and stdout.
 * `generate`, `migrate deploy`, `migrate status` and `migrate diff` between schemas work; introspection does not,
 * because the driver adapter has no word for PostgreSQL's "char" type (docs/decisions/0007).
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/** JSON-RPC's code for an error of the application; Prisma reads the rest from `data`. */
const APPLICATION_ERROR = 4466;

/** The id of our own request to the CLI; it counts its own from 1 and never gets this far. */
const PRINT_ID = 999_999;

/** How long the CLI may wait for a database that does not answer, in milliseconds. */
const CONNECT_TIMEOUT = 5_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { datamodels: { type: "string", multiple: true }, datasource: { type: "string" } },
});

await loadEngine();
if (positionals[0] === "cli") await answerOnce();
else await answerUntilTheEnd();
process.exit(0);

async function loadEngine() {
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace("schema_engine.js", "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

function openEngine() {
  const url = values.datasource ? JSON.parse(values.datasource).url : process.env.DATABASE_URL;
  const adapter = runningScriptsWhole(
    new PrismaPg({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT }),
  );
  const datamodels = values.datamodels?.map((file) => [file, readFileSync(file, "utf8")]);
  const log = (line) => process.stderr.write(`${line}\n`);
  return bindings.SchemaEngine.new({ datamodels }, log, bindMigrationAwareSqlAdapterFactory(adapter));
}

/**
 * The adapter cuts a script at every semicolon, also inside a comment or a function's body. PostgreSQL reads a script
 * whole, and then all of it happens or none.
 */
function runningScriptsWhole(factory) {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = (script) =>
      adapter
        .underlyingDriver()
        .query(script)
        .then(() => undefined)
        .catch((error) => adapter.onError(error));
    return adapter;
  };
  return factory;
}

/** `schema-engine cli can-connect-to-database` and its like: reaching the database is the whole answer. */
async function answerOnce() {
  try {
    await (await openEngine()).version();
  } catch (error) {
    const fields = { message: String(error?.message ?? error), error_code: connectionErrorCode(error) };
    // The CLI passes over the first line and parses every other one, an empty last line included.
    process.stderr.write(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}`);
    process.exit(1);
  }
}

/** P1003 is Prisma's "no such database" (PostgreSQL says 3D000), P1001 its "cannot reach the server". */
function connectionErrorCode(error) {
  return /3D000|does not exist/.test(`${error?.code} ${error?.message}`) ? "P1003" : "P1001";
}

async function answerUntilTheEnd() {
  let engine;
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    try {
      engine ??= await openEngine();
      const result = (await engine[wasmName(method)](params)) ?? null;
      // The native engine prints a script by asking its caller to; the WebAssembly one hands it back.
      if (method === "diff" && result?.stdout)
        say({ id: PRINT_ID, method: "print", params: { content: result.stdout } });
      say({ id, result });
    } catch (error) {
      say({ id, error: describe(error) });
    }
  }
}

function wasmName(method) {
  return method === "getDatabaseVersion" ? "version" : method;
}

function say(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function describe(error) {
  const message = String(error?.message ?? error);
  return {
    code: APPLICATION_ERROR,
    message,
    data: { is_panic: false, message, meta: null, error_code: error?.code ?? null },
  };
}
