import { runNode, typescript } from "@/scripts/child-process";
import { openDatabase } from "./site";

/** Up to a million comments are written and searched, on a database of its own and without a site. */
export async function measureSearch(quick: boolean): Promise<void> {
  const { environment, close } = await openDatabase();
  try {
    await runNode([...typescript, "bench/search.ts", ...(quick ? ["quick"] : [])], {
      environment,
      aloud: true,
    });
  } finally {
    await close();
  }
}
