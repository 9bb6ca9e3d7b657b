import { expect, test } from "vitest";
import { loadShedder } from "./load-shedding";

const MEMORY = { heap: 100, heapLimit: 1_000, resident: 100, residentLimit: 1_000 };

test("drawing is refused while the heap or the process is nearly full, but for one page a second", () => {
  for (const full of [{ heap: 900 }, { resident: 900 }]) {
    let now = 0;
    let memory = MEMORY;
    const isFull = loadShedder(
      () => memory,
      () => now,
    );
    expect(isFull()).toBe(false);
    memory = { ...MEMORY, ...full };
    now = 300;
    expect([isFull(), isFull(), isFull()]).toEqual([false, true, true]);
    now = 1_300;
    expect([isFull(), isFull()]).toEqual([false, true]);
    memory = MEMORY;
    now = 1_600;
    expect([isFull(), isFull()]).toEqual([false, false]);
  }
});
