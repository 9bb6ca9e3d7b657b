/** `npm run migration -- NAME`: begins the next migration, a file to be filled in with SQL. */
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { complain, say } from "./progress.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
try {
  const name = process.argv[2];
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
    throw new Error(
      "A migration needs a name of small letters and underscores: npm run migration -- add_notices",
    );
  const last = readdirSync("prisma/migrations").sort().at(-1) ?? "0";
  const file = `prisma/migrations/${String(Number.parseInt(last, 10) + 1).padStart(4, "0")}_${name}.sql`;
  writeFileSync(file, "-- Why: …\n", { flag: "wx" });
  say(`Wrote ${file}. Say in it why, then how; a new table gets its line in prisma/grants.sql.`);
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
