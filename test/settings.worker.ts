/** Once a test file, before its modules load: the settings of a quiet site. Its database is nowhere. */
Object.assign(process.env, {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/nowhere",
  // A machine that does much else is slow, and that is not what is tested.
  MOOT_DATABASE_WAIT: "60",
  MOOT_EMBEDDED: "1",
  MOOT_SECRET: "only the tests are signed with this secret",
  MOOT_URL: "http://localhost:3000",
  MOOT_LOG: "silent",
});
