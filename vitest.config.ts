import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { testsByNeed } from "./scripts/tests-by-need.mjs";

const { words, database, alone, hashing } = testsByNeed();
const withDatabase = {
  globalSetup: ["test/database.setup.ts"],
  setupFiles: ["test/settings.worker.ts", "test/database.worker.ts"],
};

const quickHashes = { execArgv: ["--import=./test/quick-argon2.mjs"] };

/** A process goes on with the next file where that is of the same project, and ends where it is not. */
class OneProjectAfterAnother extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => one.project.name.localeCompare(other.project.name));
  }
}

export default defineConfig({
  resolve: {
    alias: { "@": fileURLToPath(new URL(".", import.meta.url)) },
    // Some files in JavaScript start those in TypeScript beside them, and are called the same.
    extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
  },
  // `server-only` throws unless the bundler says it is building for a server.
  ssr: { resolve: { conditions: ["react-server"] } },
  test: {
    // Left to itself it keeps a core free; but a worker waits for the database, for children and for time a third of its own.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: OneProjectAfterAnother },
    // What a test may take before it counts as stuck, on a machine that does much else.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The provider of the tests reminds whoever would run it for others of what they should set.
    onConsoleLog: (words) => !words.startsWith("oidc-provider "),
    projects: [
      // Whoever changes what others share: a process of their own each.
      { extends: true, test: { name: "alone", include: alone, ...withDatabase, ...quickHashes } },
      { extends: true, test: { name: "hashing", include: hashing, ...withDatabase } },
      {
        // A database of their own each, one after another in a few processes: what they import is imported once.
        extends: true,
        test: {
          name: "database",
          include: database,
          ...withDatabase,
          isolate: false,
          ...quickHashes,
        },
      },
      {
        // Half of the files ask no database anything: they get none.
        extends: true,
        test: { name: "words", include: words, setupFiles: ["test/settings.worker.ts"], isolate: false },
      },
    ],
  },
});
