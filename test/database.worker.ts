import { inject } from "vitest";
import { copyTemplate } from "./server";

/** Once a test file, before its modules load: an empty database of its own. */
process.env.DATABASE_URL = await copyTemplate(
  inject("testServer"),
  `worker_${process.env.VITEST_POOL_ID ?? "1"}`,
);
