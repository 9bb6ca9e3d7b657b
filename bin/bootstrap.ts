import { env } from "@/platform/env";

/** The article that a fresh Moot begins with where nobody brought a database: who did brings articles, too. */
const BUNDLED_ARTICLE = "content/organisational-learning-and-knowledge-management.md";

/** What a start says to `moot` before it serves, in this order. Each does nothing where it has been done. */
export function bootstrapCommands(): string[][] {
  return [
    ...(env.embedded ? [["article", "publish", BUNDLED_ARTICLE, "--if-none"]] : []),
    ...(env.demo
      ? [
          ["seed", "sample", "--if-none"],
          ["seed", "ended", "--if-none"],
        ]
      : []),
  ];
}
