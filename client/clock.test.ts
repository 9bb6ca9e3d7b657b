import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { shortlyAfter } from "./clock";

const HOUR = 3_600_000;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-03-01T09:00:00Z") });
  vi.stubGlobal("document", new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const TEN = "2026-03-01T10:00:00Z";

test("a moment is noticed within a minute after the machine has slept over it", () => {
  const run = vi.fn();
  shortlyAfter(TEN, run);
  vi.advanceTimersByTime(10 * 60_000);
  // Expensify/App#3892, anomalyco/opencode#17769: timers stand still meanwhile.
  vi.setSystemTime(Date.now() + 3 * HOUR);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(65_000);
  expect(run).toHaveBeenCalledOnce();
});

test("a moment in some days comes in time and once, one that is called off or over never", () => {
  const [late, off, over] = [vi.fn(), vi.fn(), vi.fn()];
  shortlyAfter("2026-03-04T10:00:00Z", late);
  shortlyAfter(TEN, off)();
  shortlyAfter("2026-03-01T08:00:00Z", over);
  vi.advanceTimersByTime(3 * 24 * HOUR);
  expect(late).not.toHaveBeenCalled();
  vi.advanceTimersByTime(HOUR + 6_000);
  expect(late).toHaveBeenCalledOnce();
  for (const never of [off, over]) expect(never).not.toHaveBeenCalled();
});
