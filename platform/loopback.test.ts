import { expect, test } from "vitest";
import { isLoopback } from "./loopback";

test("this machine is meant by its addresses and its names, with or without a port", () => {
  for (const own of [
    ...["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1", "[::1]", "localhost"],
    ...["localhost:3000", "127.0.0.1:80", "[::1]:3000"],
  ])
    expect([own, isLoopback(own)]).toEqual([own, true]);
});

test("nothing else means this machine, however much it looks like it", () => {
  for (const other of [
    ...["10.0.0.1", "128.0.0.1", "1.127.0.0", "::2", "::1:3000", "", "127.0.0.1.evil.example"],
    ...["localhost.evil.example", "evil.example", "evil.example:localhost", "127.0.0.1.nip.io"],
  ])
    expect([other, isLoopback(other)]).toEqual([other, false]);
});
