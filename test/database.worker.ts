import { inject } from "vitest";
import { copyTemplate } from "./server";

/** Once a test file, before its modules load: an empty database of its own, and the settings of a quiet site. */
const url = await copyTemplate(inject("testServer"), `worker_${process.env.VITEST_POOL_ID ?? "1"}`);

Object.assign(process.env, {
  DATABASE_URL: url,
  // A machine that does much else is slow, and that is not what is tested.
  MOOT_DATABASE_WAIT: "60",
  MOOT_EMBEDDED: "1",
  MOOT_SECRET: "only the tests are signed with this secret",
  MOOT_URL: "http://localhost:3000",
  MOOT_LOG: "silent",
});
