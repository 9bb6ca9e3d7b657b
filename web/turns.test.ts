import { expect, test } from "vitest";
import { turns } from "@/web/turns";

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test("so much is done at once, and the rest waits for its turn", async () => {
  const inTurn = turns({ atOnce: 2, inAll: 100, perClient: 100 });
  let now = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++now);
    await soon();
    now--;
  };
  await Promise.all(Array.from({ length: 20 }, () => inTurn("a", work)));
  expect(most).toBe(2);
});

test("one client cannot take every place, and gets places again when its work is done", async () => {
  const inTurn = turns({ atOnce: 1, inAll: 10, perClient: 3 });
  const greedy = await Promise.allSettled(Array.from({ length: 5 }, () => inTurn("greedy", soon)));
  expect(greedy.map(({ status }) => status)).toEqual([
    ...Array<string>(3).fill("fulfilled"),
    ...Array<string>(2).fill("rejected"),
  ]);
  const both = [inTurn("greedy", soon), inTurn("greedy", soon), inTurn("greedy", soon)];
  await expect(inTurn("greedy", soon)).rejects.toMatchObject({ status: 503 });
  await expect(inTurn("other", soon)).resolves.toBeUndefined();
  await Promise.all(both);
});

test("work that fails gives its place back", async () => {
  const inTurn = turns({ atOnce: 1, inAll: 1, perClient: 1 });
  await expect(inTurn("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(inTurn("a", () => Promise.resolve("yes"))).resolves.toBe("yes");
});
