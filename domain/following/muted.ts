import "server-only";

import { Prisma } from "@/platform/database";

/**
 * Of a `comment c`: not by somebody whom this member muted, for lists of what is new. What else muting does:
 * - notices, mails and digests ask `is_muted_for` and `followers_of` (`prisma/functions/following.sql`), which know muted branches too;
 * - pages fold such comments away (`components/comments/live/muted.ts`), by the usernames that `here.ts` reads;
 * - it is begun and ended in `commands.ts`.
 */
export const notByMuted = (memberId: string): Prisma.Sql => Prisma.sql`
  NOT EXISTS (SELECT FROM member_mute mm WHERE mm.member_id = ${memberId}::uuid AND mm.muted_id = c.author_id)`;
