import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow } from "./files";
import { STRUCTURE } from "./structure";

/** What the database has and the typed client does not need: bookkeeping, numbers that only SQL reads, and what search finds by. */
const UNTYPED = [
  "applied_functions",
  "migration",
  "search_entry",
  "search_filling",
  "search_hidden",
  "search_member",
  "threshold",
];

const TYPES: Readonly<Record<string, string>> = {
  String: "text",
  Int: "integer",
  BigInt: "bigint",
  Boolean: "boolean",
  Float: "double precision",
  Json: "jsonb",
  Bytes: "bytea",
  "@db.Uuid": "uuid",
  "@db.Date": "date",
  "@db.Timestamptz(3)": "timestamp(3) with time zone",
};

type Block = { name: string; table: string; lines: string[] };

const written = filesBelow("prisma/schema")
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

function blocks(kind: "model" | "enum"): Block[] {
  return [...written.matchAll(new RegExp(`^${kind} (\\w+) \\{\\n(.*?)^\\}`, "gms"))].map(
    ([, name = "", body = ""]) => ({
      name,
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
      lines: body
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => /^\w/.test(line)),
    }),
  );
}

const models = blocks("model");
const enums = new Map(blocks("enum").map(({ name, table }) => [name, table]));

/** `column type`, with NOT NULL where it must be there; nothing for a relation, which is no column. */
function columnOf(line: string): string[] {
  const [, field = "", type = "", list = "", optional = ""] = /^(\w+)\s+(\w+)(\[\])?(\?)?/.exec(line) ?? [];
  if (models.some(({ name }) => name === type)) return [];
  const native = /@db\.\w+(?:\(\d+\))?/.exec(line)?.[0] ?? type;
  const column = /@map\("(\w+)"\)/.exec(line)?.[1] ?? field;
  // A list is never null to the client, and may be in the column.
  return [
    `${column} ${enums.get(type) ?? TYPES[native] ?? native}${list}${optional || list ? "" : " NOT NULL"}`,
  ];
}

test("the typed client's models are the tables of the database, column by column", () => {
  const typed = models.map(({ table, lines }) => [table, lines.flatMap(columnOf).sort()]);
  const structure = readFileSync(STRUCTURE, "utf8");
  const real = [...structure.matchAll(/^CREATE (?:UNLOGGED )?TABLE (\w+) \(\n(.*?)^\)/gms)]
    .filter(([, table = ""]) => !UNTYPED.includes(table))
    .map(([, table, body = ""]) => [
      table,
      body
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("  CONSTRAINT"))
        .map((line) => /^ {2}"?(\w+)"? (.*?)( NOT NULL)?( DEFAULT .*)?,?$/.exec(line) ?? [])
        .map(([, column = "", type = "", must = ""]) => `${column} ${type}${type.endsWith("[]") ? "" : must}`)
        .sort(),
    ]);
  expect(Object.fromEntries(typed)).toEqual(Object.fromEntries(real));
});

test("its enumerations are the database's, in the same order", () => {
  const structure = readFileSync(STRUCTURE, "utf8");
  const typed = blocks("enum").map(({ table, lines }) => `${table} ${lines.join(" ")}`);
  const real = [...structure.matchAll(/^CREATE TYPE (\w+) AS ENUM \((.*)\);/gm)].map(
    ([, name = "", words = ""]) => `${name} ${words.replaceAll(/[',]/g, "")}`,
  );
  expect(typed.sort()).toEqual(real.sort());
});
