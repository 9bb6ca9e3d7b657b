import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

/** These replace a package or are told other settings before their modules load, so they get a process of their own. */
const APART = [
  "domain/members/commands.test.ts",
  "domain/moderation/review.test.ts",
  "test/authorisation.test.ts",
];

const resolving = {
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  // `server-only` throws unless the bundler says it is building for a server.
  ssr: { resolve: { conditions: ["react-server"] } },
};
const patience = { setupFiles: ["test/database.worker.ts"], testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  ...resolving,
  test: {
    globalSetup: ["test/database.setup.ts"],
    // Left to itself it keeps a core free; on two cores that is one worker, which waits for the database half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        ...resolving,
        test: {
          ...patience,
          name: "together",
          // A worker loads what the files share once: Prisma's client and zod's schemas took longer to load than most files to run.
          isolate: false,
          include: ["{platform,domain,web,client,components,test,scripts,bench}/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...APART],
        },
      },
      { ...resolving, test: { ...patience, name: "apart", include: APART } },
    ],
  },
});
