import { invariants } from "@/domain/moderation/invariants";

/** Every invariant of the desk, recounted; one line for each place where it does not hold. */
export async function deskDifferences(): Promise<string[]> {
  const found = await Promise.all(
    invariants.map(async ({ name, run }) =>
      (await run()).map(({ where, stored, counted }) => `${name}: ${where} ${stored} ${counted}`),
    ),
  );
  return found.flat();
}
