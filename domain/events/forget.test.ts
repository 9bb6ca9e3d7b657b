import fc from "fast-check";
import { expect, test } from "vitest";
import { EVENTS_KEPT_DAYS } from "./kept";
import { forgetEvents, forgetPageChanges } from "./forget";
import { isAllKeptSince } from "./queries";
import { asTheOwner } from "@/test/owner";
import { effort } from "@/test/effort";

const owner = asTheOwner();

/** Events in the order in which they are read, each so many days old; some of a transaction share its number. */
async function happened(daysOld: readonly number[]): Promise<void> {
  await owner.$executeRaw`DELETE FROM event`;
  await owner.$executeRaw`
    INSERT INTO event (id, tx, kind, at)
    SELECT nth, 10 + nth / 3, 'comment.posted', now() - make_interval(hours => (24 * days)::int)
    FROM unnest(${[...daysOld]}::float8[]) WITH ORDINALITY t (days, nth)`;
}

const kept = async (): Promise<number[]> =>
  (await owner.event.findMany({ orderBy: [{ tx: "asc" }, { id: "asc" }] })).map(({ id }) => Number(id));

test("the oldest go in the order they are read; the last of them stays, and tells everybody who stands before it to begin anew", async () => {
  const age = fc.constantFrom(0, EVENTS_KEPT_DAYS - 0.5, EVENTS_KEPT_DAYS + 0.5, 30);
  await fc.assert(
    fc.asyncProperty(
      fc.array(age, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (ages, slice) => {
        await happened(ages);
        const firstYoung = ages.findIndex((days) => days < EVENTS_KEPT_DAYS);
        const old = firstYoung === -1 ? ages.length : firstYoung;
        const gone = Math.max(0, old - 1);
        expect(await forgetEvents(slice)).toBe(gone);
        expect(await kept()).toEqual(ages.map((_, nth) => nth + 1).slice(gone));
        for (const [nth] of ages.entries()) {
          const id = nth + 1;
          const place = { tx: BigInt(10 + Math.floor(id / 3)), id: BigInt(id) };
          expect(await isAllKeptSince(place)).toBe(id > gone);
        }
      },
    ),
    { numRuns: effort(25, 500) },
  );
});

test("where nothing was ever forgotten, or nothing ever happened, nobody begins anew", async () => {
  await happened([]);
  expect(await isAllKeptSince({ tx: 1n, id: 1n })).toBe(true);
  await happened([1, 0]);
  await forgetEvents();
  expect(await isAllKeptSince({ tx: 1n, id: 1n })).toBe(true);
});

test("that pages changed is forgotten after an hour", async () => {
  await owner.$executeRaw`DELETE FROM page_change`;
  await owner.$executeRaw`
    INSERT INTO page_change (tx, subject, at) SELECT minutes, gen_random_uuid(), now() - make_interval(mins => minutes)
    FROM unnest(ARRAY[90, 61, 59, 1]) minutes`;
  await forgetPageChanges();
  const kept = await owner.pageChange.findMany({ orderBy: { at: "asc" } });
  expect(kept.map(({ tx }) => Number(tx))).toEqual([59, 1]);
});
