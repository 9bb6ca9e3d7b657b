import type { TestProject } from "vitest/node";
import { processSingleton } from "@/platform/process-singleton";
import { generateClient } from "@/scripts/schema";
import { openTestServer, type TestServer } from "./server";
import { bundlePrograms } from "@/scripts/programs";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Once a run, for whichever of its projects need it: a PostgreSQL and the template every test file copies (`database.worker.ts`). */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { server, close } = await processSingleton("test server", async () => {
    await generateClient();
    await bundlePrograms();
    return openTestServer();
  });
  project.provide("testServer", server);
  return () => processSingleton("test server, closed", close);
}
