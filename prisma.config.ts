import { defineConfig } from "prisma/config";

/** Only for `generate`: migrations are ours (docs/decisions/0028-plain-sql-migrations.md), so no database is named. */
export default defineConfig({ schema: "prisma/schema" });
