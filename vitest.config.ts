import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { testsByNeed } from "./scripts/tests-by-need.mjs";

const { words, database } = testsByNeed();

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  // `server-only` throws unless the bundler says it is building for a server.
  ssr: { resolve: { conditions: ["react-server"] } },
  test: {
    // Left to itself it keeps a core free; on two cores that is one worker, which waits for the database half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What a test may take before it counts as stuck, on a machine that does much else.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The provider of the tests reminds whoever would run it for others of what they should set.
    onConsoleLog: (words) => !words.startsWith("oidc-provider "),
    projects: [
      {
        extends: true,
        test: {
          name: "database",
          include: database,
          globalSetup: ["test/database.setup.ts"],
          setupFiles: ["test/settings.worker.ts", "test/database.worker.ts"],
        },
      },
      {
        // Half of the files ask no database anything: they get none, and share what they import.
        extends: true,
        test: { name: "words", include: words, setupFiles: ["test/settings.worker.ts"], isolate: false },
      },
    ],
  },
});
