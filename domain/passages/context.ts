import "server-only";

import { Prisma } from "@/platform/database";

/**
 * The words before or behind a passage, from `passage p` and its `article pa`: nobody quoted them, and what has been taken out of the article
 * since is not told by them. So only while the article stands as it was read.
 */
export const contextOf = (side: "prefix" | "suffix"): Prisma.Sql =>
  Prisma.sql`CASE WHEN p.revision = pa.revision THEN ${side === "prefix" ? Prisma.sql`p.prefix` : Prisma.sql`p.suffix`} ELSE '' END`;
