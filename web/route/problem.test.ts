import { expect, test } from "vitest";
import { isDatabaseAway, problemFrom } from "./problem";

const coded = (code: string, message = "") => Object.assign(new Error(message), { code });

test("a database that is gone is said to be gone, however the error is wrapped", () => {
  for (const error of [
    coded("ECONNREFUSED"),
    coded("57P01"),
    coded(
      "P2010",
      "Raw query failed. Code: `57P01`. Message: `terminating connection due to unexpected postmaster exit`",
    ),
    coded("P2010", "Raw query failed. Code: `57P03`. Message: `the database system is starting up`"),
    new Error("timeout exceeded when trying to connect"),
    new Error("Connection terminated unexpectedly"),
    new Error("wrapped", { cause: coded("ECONNRESET") }),
  ]) {
    expect(isDatabaseAway(error), error.message).toBe(true);
    expect(problemFrom(error)).toMatchObject({ status: 503, retryAfter: 2 });
  }
});

test("a bug is a bug, also one of ours in SQL", () => {
  for (const error of [
    new Error("undefined is not a function"),
    coded("P2010", "Raw query failed. Code: `42703`. Message: `no such column`"),
    "a string",
  ])
    expect(problemFrom(error).status).toBe(500);
});
