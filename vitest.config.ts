import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  // `server-only` throws unless the bundler says it is building for a server.
  ssr: { resolve: { conditions: ["react-server"] } },
  test: {
    include: ["{platform,domain,web,client,components,test,scripts,bench}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "e2e/**"],
    globalSetup: ["test/database.setup.ts"],
    setupFiles: ["test/database.worker.ts"],
    // Left to itself it keeps a core free; on two cores that is one worker, which waits for the database half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What a test may take before it counts as stuck, on a machine that does much else.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
