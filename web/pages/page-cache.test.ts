import { beforeEach, expect, test, vi } from "vitest";
import type { Drawn } from "./page";
import { FRESH_FOR, pageCache, STALE_FOR } from "./page-cache";

/** Until something in these pages changes by the clock alone. Milliseconds. */
const LASTS = 3_600_000;
const STATE = { snapshot: "1:1:", standing: "" };
let clock = 0;
let unchanged = true;
/** Whether any page has changed, whatever page it is; null where the database cannot say. */
let moved: boolean | null = true;
let looks = 0;
let serve: ReturnType<typeof pageCache>;

beforeEach(() => {
  clock = 1_000_000;
  unchanged = true;
  moved = true;
  looks = 0;
  serve = pageCache({ changes, isUnchangedSince: () => Promise.resolve(unchanged), now: () => clock });
});

const changes = {
  look: () => {
    looks++;
    return moved === null
      ? Promise.reject(new Error("away"))
      : Promise.resolve({ nth: looks, began: clock, state: null });
  },
  hasMoved: () => moved === true,
};

const body = (text: string, status = 200): Drawn => ({
  page: {
    status,
    headers: {},
    body: Buffer.from(text),
    from: clock,
    asOf: clock,
    state: STATE,
    validity: { look: { nth: 0, began: clock, state: null }, until: clock + LASTS },
    encoded: {},
  },
  refused: false,
});
const refused = (): Drawn => ({ ...body("later", 503), refused: true });
const draws = (outcome: () => Drawn) =>
  vi.fn((begins: (from: number) => void) => {
    begins(clock);
    return Promise.resolve(outcome());
  });
const textOf = async (served: ReturnType<typeof serve>) => {
  const { page, stale } = await served;
  return `${page.body.toString()}${stale ? ", stale" : ""}`;
};

test("a page is drawn once for all who ask within two seconds", async () => {
  const draw = draws(() => body("first"));
  await Promise.all([serve("/", 0, draw), serve("/", 0, draw)]);
  clock += FRESH_FOR - 1;
  expect(await textOf(serve("/", 0, draw))).toBe("first");
  expect(draw).toHaveBeenCalledTimes(1);
});

test("and not again for as long as nothing in it changes", async () => {
  const draw = draws(() => body("first"));
  await serve("/", 0, draw);
  moved = false;
  for (let minute = 0; minute < 50; minute++) {
    clock += 60_000;
    expect(await textOf(serve("/", 0, draw))).toBe("first");
  }
  expect(draw).toHaveBeenCalledTimes(1);
  moved = true;
  await serve("/", 0, draw);
  expect(draw).toHaveBeenCalledTimes(2);
});

test("what changes by the clock alone ends with its time, unasked", async () => {
  const draw = draws(() => body("first"));
  await serve("/", 0, draw);
  moved = false;
  clock += LASTS;
  await serve("/", 0, draw);
  expect(draw).toHaveBeenCalledTimes(2);
  expect(looks).toBe(0);
});

test("a page of before the clock was set back is drawn again, and its successor kept", async () => {
  const draw = draws(() => body("first"));
  await serve("/", 0, draw);
  moved = false;
  clock -= 600_000;
  await serve("/", 0, draw);
  clock += FRESH_FOR - 1;
  await serve("/", 0, draw);
  expect(draw).toHaveBeenCalledTimes(2);
});

test("whoever wrote gets the page that was there before, where a look after their writing says that it is right", async () => {
  const draw = draws(() => body("first"));
  await serve("/", 0, draw);
  moved = false;
  clock += 500;
  expect(await textOf(serve("/", clock - 100, draw))).toBe("first");
  expect([draw.mock.calls.length, looks]).toEqual([1, 1]);
});

test("a page of which nobody can say whether it changed is drawn again", async () => {
  const draw = draws(() => body("first"));
  await serve("/", 0, draw);
  moved = null;
  clock += FRESH_FOR;
  await serve("/", 0, draw);
  expect(draw).toHaveBeenCalledTimes(2);
});

test("a page that was right a moment ago is served stale for a minute from then, and not from its drawing", async () => {
  await serve(
    "/",
    0,
    draws(() => body("first")),
  );
  moved = false;
  clock += 10 * STALE_FOR;
  await serve("/", 0, draws(refused));
  moved = true;
  clock += STALE_FOR;
  expect(await textOf(serve("/", 0, draws(refused)))).toBe("first, stale");
  clock += 1;
  expect(await textOf(serve("/", 0, draws(refused)))).toBe("later");
});

test("when its next drawing finds no place it is served stale, for a minute at most", async () => {
  await serve(
    "/",
    0,
    draws(() => body("first")),
  );
  clock += FRESH_FOR;
  expect(await textOf(serve("/", 0, draws(refused)))).toBe("first, stale");
  clock += STALE_FOR;
  expect(await textOf(serve("/", 0, draws(refused)))).toBe("later");
});

test("it is not served once something was taken away", async () => {
  await serve(
    "/",
    0,
    draws(() => body("with what was removed")),
  );
  clock += FRESH_FOR;
  unchanged = false;
  expect(await textOf(serve("/", 0, draws(refused)))).toBe("later");
});

test("nor when nobody can say whether something was", async () => {
  const nobodyKnows = () => Promise.reject(new Error("away"));
  serve = pageCache({ changes, isUnchangedSince: nobodyKnows, now: () => clock });
  await serve(
    "/",
    0,
    draws(() => body("first")),
  );
  clock += FRESH_FOR;
  expect(await textOf(serve("/", 0, draws(refused)))).toBe("later");
});

test("nobody is shown a page older than their own last write, fresh or stale", async () => {
  await serve(
    "/",
    0,
    draws(() => body("first")),
  );
  clock += 500;
  const wrote = clock - 100;
  expect(await textOf(serve("/", wrote, draws(refused)))).toBe("later");
  expect(
    await textOf(
      serve(
        "/",
        wrote,
        draws(() => body("second")),
      ),
    ),
  ).toBe("second");
  expect(
    await textOf(
      serve(
        "/",
        wrote,
        draws(() => body("third")),
      ),
    ),
  ).toBe("second");
});

test("a page that is gone is not served stale", async () => {
  await serve(
    "/",
    0,
    draws(() => body("first")),
  );
  clock += FRESH_FOR;
  expect(
    await textOf(
      serve(
        "/",
        0,
        draws(() => body("not found", 404)),
      ),
    ),
  ).toBe("not found");
  expect(await textOf(serve("/", 0, draws(refused)))).toBe("later");
});

test("whoever waits long for the next drawing is served the last one", async () => {
  await serve(
    "/",
    0,
    draws(() => body("first")),
  );
  clock += FRESH_FOR;
  const never = () => new Promise<Drawn>(() => undefined);
  expect(await textOf(serve("/", 0, never))).toBe("first, stale");
});

test("pages asked for once make room before one that is asked for again and again", async () => {
  const serveOnce = (path: string) =>
    serve(
      path,
      0,
      draws(() => body(path)),
    );
  await serveOnce("/");
  for (let n = 0; n < 320; n++) {
    await serveOnce(`/comments/${n}`);
    expect(await textOf(serve("/", 0, draws(refused)))).toBe("/");
  }
  expect(await textOf(serve("/comments/0", 0, draws(refused)))).toBe("later");
});

test("they are bounded by weight, too", async () => {
  const heavy = "x".repeat(20 * 1024 * 1024);
  for (const path of ["/a", "/b"])
    await serve(
      path,
      0,
      draws(() => body(heavy)),
    );
  expect(await textOf(serve("/a", 0, draws(refused)))).toBe("later");
});
