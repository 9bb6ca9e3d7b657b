import "server-only";

import { isEditor, isModerator, type Member } from "@/domain/members/member";
import { Prisma } from "@/platform/database";

/** Whether readers can read `article a`. */
export const PUBLISHED = Prisma.sql`a.unpublished_at IS NULL`;

/** The same for one viewer: a discussion that was taken from readers with its article stays there for those who look after it. */
export const readableTo = (viewer: Member | null): Prisma.Sql => {
  if (isEditor(viewer) || isModerator(viewer)) return Prisma.sql`true`;
  const moderated = viewer?.moderates ?? [];
  return moderated.length === 0
    ? PUBLISHED
    : Prisma.sql`(${PUBLISHED} OR a.id = ANY (${[...moderated]}::uuid[]))`;
};
