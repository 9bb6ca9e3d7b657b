import { expect, test } from "vitest";
import { howLongAgo, localMoment, readableDate, readableMoment } from "./time-format";

const now = new Date("2026-11-23T12:00:00Z");
const ago = (iso: string) => howLongAgo(iso, now);

test("a moment is said as shortly as it can be, and after a week as a date", () => {
  expect(ago("2026-11-23T11:59:30Z")).toBe("just now");
  expect(ago("2026-11-23T11:48:00Z")).toBe("12 min ago");
  expect(ago("2026-11-23T10:00:00Z")).toBe("2 h ago");
  expect(ago("2026-11-20T11:00:00Z")).toBe("3 d ago");
  expect(ago("2026-11-14T12:00:00Z")).toBe("14 November");
  expect(ago("2025-11-14T12:00:00Z")).toBe("14 November 2025");
});

test("what comes from a clock that is ahead of ours is now, not in the future", () => {
  expect(ago("2026-11-24T12:00:00Z")).toBe("just now");
});

test("dates are said in UTC wherever they are read", () => {
  expect(readableDate("2026-11-14T23:59:00Z")).toBe("14 November 2026");
  expect(readableMoment("2026-11-14T00:05:00Z")).toBe("14 November 2026, 00:05 UTC");
});

test("a moment typed in UTC is told on another clock, in summer and in winter, and not on its own", () => {
  expect(localMoment("2027-01-31T23:30", "Europe/Berlin")).toBe(
    "That is 1 February 2027 at 00:30, Europe/Berlin.",
  );
  expect(localMoment("2027-07-01T08:00", "Europe/Berlin")).toBe(
    "That is 1 July 2027 at 10:00, Europe/Berlin.",
  );
  expect(localMoment("2027-07-01T08:00", "Asia/Kathmandu")).toBe(
    "That is 1 July 2027 at 13:45, Asia/Kathmandu.",
  );
  for (const typed of ["", "2027-07-01", "nonsense"]) expect(localMoment(typed, "Asia/Seoul")).toBe("");
  expect(localMoment("2027-01-31T23:30", "UTC")).toBe("");
  expect(localMoment("2027-01-31T23:30", "Europe/London")).toBe("");
  expect(localMoment("2027-07-31T23:30", "Europe/London")).not.toBe("");
});
