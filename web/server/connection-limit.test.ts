import { expect, test, vi } from "vitest";
import { acquireStream, connectionsFor } from "./connection-limit";

const at = (address: string, network = address) => ({ address, network });
const quietly = () => undefined;

test("the server takes no more connections than files may be open, less its own", () => {
  expect(connectionsFor(1_024)).toBe(768);
  expect(connectionsFor(1_048_576)).toBe(12_500);
  expect(connectionsFor(100)).toBe(64);
});

test("one address has a hundred streams, its network four hundred, a member twelve", () => {
  const all = Array.from({ length: 100 }, () =>
    acquireStream(null, at("2001:db8:1:1", "2001:db8:1"), quietly),
  );
  expect(() => acquireStream(null, at("2001:db8:1:1", "2001:db8:1"), quietly)).toThrow("Too many live");
  for (const group of [2, 3, 4])
    for (let n = 0; n < 100; n++)
      all.push(acquireStream(null, at(`2001:db8:1:${group}`, "2001:db8:1"), quietly));
  expect(() => acquireStream(null, at("2001:db8:1:5", "2001:db8:1"), quietly)).toThrow("Too many live");
  const own = Array.from({ length: 12 }, () => acquireStream("bo", at("192.0.2.1"), quietly));
  expect(() => acquireStream("bo", at("192.0.2.1"), quietly)).toThrow("Too many live");
  for (const release of [...all, ...own]) release();
  acquireStream("bo", at("192.0.2.1"), quietly)();
});

test("when all places are taken, the newest stream of whoever has most ends for somebody who has none", () => {
  const ended = vi.fn<(nth: number) => void>();
  const streams = Array.from({ length: 5 }, (_, n) =>
    acquireStream(null, at("192.0.2.1"), () => ended(n), 5),
  );
  expect(() => acquireStream(null, at("192.0.2.1"), quietly, 5)).toThrow("Too many live");
  const other = acquireStream(null, at("192.0.2.2"), quietly, 5);
  expect(ended.mock.calls).toEqual([[4]]);
  streams[4]?.();
  expect(() => acquireStream(null, at("192.0.2.1"), quietly, 5)).toThrow("Too many live");
  for (const release of [...streams, other]) release();
});
