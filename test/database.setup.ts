import type { TestProject } from "vitest/node";
import { generateClient } from "@/scripts/schema";
import { openTestServer, type TestServer } from "./server";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Once a run: a PostgreSQL and the template every test file copies (`database.worker.ts`). */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await generateClient();
  const { server, close } = await openTestServer();
  project.provide("testServer", server);
  return close;
}
