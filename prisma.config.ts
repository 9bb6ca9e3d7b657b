import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // `generate` and `diff` need no database, so a missing address is no error here.
  datasource: { url: process.env.MOOT_MIGRATION_URL ?? process.env.DATABASE_URL ?? "" },
});
