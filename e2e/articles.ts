import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moot } from "./moot";

const BUNDLED = "content/organisational-learning-and-knowledge-management.md";

/**
 * The bundled article once more, under a name of its own: so that one story's crowd is not another's hot thread.
 * @param today dated today, and so news to whoever follows its author or a tag
 * @returns its path
 */
export async function publishAnArticle({ today = false } = {}): Promise<string> {
  const slug = `a-question-${randomBytes(5).toString("hex")}`;
  const folder = await mkdtemp(join(tmpdir(), "moot-article-"));
  try {
    const file = join(folder, "article.md");
    const text = (await readFile(BUNDLED, "utf8")).replace(/^slug: .*$/m, `slug: ${slug}`);
    const date = new Date().toISOString().slice(0, 10);
    await writeFile(file, today ? text.replace(/^date: .*$/m, `date: ${date}`) : text);
    await moot("article", "publish", file);
  } finally {
    await rm(folder, { recursive: true });
  }
  return `/articles/${slug}`;
}

/** A believable discussion of so many comments, by a cast of their own. */
export async function seedAThread(slug: string, comments: number): Promise<void> {
  await moot("seed", "thread", "--article", slug, "--comments", String(comments));
}
