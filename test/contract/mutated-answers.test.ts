import { describe, expect, test } from "vitest";
import { z } from "zod";
import { differenceOf } from "@/test/answers";
import { exampleOf } from "./example-of";
import { openDoor } from "@/web/door";

/** Each JSON answer of the door, with one that its schema allows. */
const answers = openDoor().made.flatMap(({ method, path, output }) =>
  Object.entries(output).flatMap(([status, declared]) =>
    declared instanceof z.ZodType
      ? [{ name: `${method} ${path} ${status}`, output, status: Number(status), body: exampleOf(declared) }]
      : [],
  ),
);

describe("an answer is refused in tests as soon as it differs from what its route declares", () => {
  test.each(answers)("$name", ({ output, status, body }) => {
    expect(differenceOf({ output }, { status, body })).toBeNull();
    let changed = 0;
    for (const mutated of mutationsOf(body)) {
      expect(differenceOf({ output }, { status, body: mutated }), JSON.stringify(mutated)).not.toBeNull();
      changed++;
    }
    expect(changed).toBeGreaterThan(2);
    expect(differenceOf({ output }, { status: 299, body })).not.toBeNull();
  });
});

/** The value with, in one place each time: a field more, a field less, a value of another type. */
function* mutationsOf(value: unknown): Generator {
  if (Array.isArray(value)) {
    yield "no list";
    for (const [at, item] of value.entries())
      for (const mutated of mutationsOf(item)) yield value.with(at, mutated);
    return;
  }
  if (typeof value !== "object" || value === null) {
    yield [value];
    return;
  }
  yield { ...value, somethingElse: 1 };
  for (const [name, one] of Object.entries(value)) {
    yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    for (const mutated of mutationsOf(one)) yield { ...value, [name]: mutated };
  }
}
