import { defineConfig } from "prisma/config";

/** Only for `generate`: migrations are ours (docs/decisions/0087-plain-sql-migrations.md), so no database is named. */
export default defineConfig({ schema: "prisma/schema" });
