import { runNode, typescript } from "@/scripts/child-process";
import { openDatabase } from "./site";

/** Ten thousand articles are listed and searched, on a database of its own and without a site. */
export async function measureArticles(): Promise<void> {
  const { environment, close } = await openDatabase();
  try {
    await runNode([...typescript, "bench/articles.ts"], { environment, aloud: true });
  } finally {
    await close();
  }
}
