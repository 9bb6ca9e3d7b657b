import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineOf } from "./console-log";

const FORGED = '\n{"level":"info","msg":"admin signed in"}\n\u001b[31m\u001b[2J\u009b31m\u2028';

test("what a visitor puts into an error makes no line of its own and reaches no terminal", () => {
  const controls = /[\p{Cc}\u2028\u2029]/u;
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constant(FORGED))), (words) => {
      const line = lineOf([...words, new Error(words.join(FORGED))]);
      expect(line.message).not.toMatch(controls);
      expect(line.errors?.[0]?.message).not.toMatch(controls);
      for (const at of line.errors?.[0]?.at ?? []) expect(at).not.toMatch(controls);
    }),
  );
});

test("of a database's error the kind and place are told, not what was sent", () => {
  const error = Object.assign(new Error("invalid input: bob@example.test"), {
    name: "PrismaClientKnownRequestError",
    code: "22P02",
  });
  const line = lineOf(["⨯", error]);
  expect(JSON.stringify(line)).not.toContain("bob@");
  expect(line).toMatchObject({ message: "⨯", errors: [{ code: "22P02" }] });
});

test("what a library prints of an address that forges lines is one line of JSON, without the sign that colours a terminal", () => {
  const program = `
    const { logTheConsole } = await import("./platform/console-log.ts");
    logTheConsole();
    console.error("⨯", new Error("Invalid invocation: " + process.env.FORGED), process.env.FORGED);
  `;
  const printed = execFileSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "--input-type=module", "--eval", program],
    { encoding: "utf8", env: { ...process.env, FORGED, MOOT_LOG: "info" } },
  );
  const lines = printed.trimEnd().split("\n");
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "error" });
  expect(printed.trimEnd()).not.toMatch(/\p{Cc}/u);
});
