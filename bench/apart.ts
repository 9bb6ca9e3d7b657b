import { runNode, typescript } from "@/scripts/child-process";
import { openDatabase } from "./site";

/** Up to a million comments are written and searched, on a database of its own and without a site. */
export const measureSearch = (quick: boolean): Promise<void> =>
  withDatabase("bench/search.ts", {}, quick ? ["quick"] : []);

/** 200 accounts are asked for that are there, and 200 that are not, in each of four ways, on a database of its own and without a site. */
export const measureWhoIsHere = (): Promise<void> =>
  withDatabase("bench/who-is-here.ts", { MOOT_PROVE_ADDRESS: "1" });

async function withDatabase(
  file: string,
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<void> {
  const { environment, close } = await openDatabase();
  try {
    await runNode([...typescript, file, ...args], {
      environment: { ...environment, ...settings },
      aloud: true,
    });
  } finally {
    await close();
  }
}
