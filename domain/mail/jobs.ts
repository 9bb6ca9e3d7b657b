import "server-only";

import { LAST_MAIL } from "./mail";
import { database, Prisma } from "@/platform/database";
import type { Job } from "@/platform/jobs";
import { forgetRows } from "@/platform/slices";

/** That a mail was sent, and to whom, so that a bounce can be understood. Days. */
const DAYS_KEPT = 30;
/** Mails that nobody sends: they hold links. */
const DAYS_IN_THE_MAILBOX = 7;

export const tidyMails: Job = {
  name: "tidy mails and proofs",
  everySeconds: 3_600,
  run: async () => {
    const db = database();
    const aMonthAgo = Prisma.sql`now() - make_interval(days => ${DAYS_KEPT}::int)`;
    await forgetRows(Prisma.sql`mail`, Prisma.sql`at < ${aMonthAgo}`);
    await forgetRows(Prisma.sql`mail`, Prisma.sql`kind = ${LAST_MAIL} AND at < now() - interval '1 day'`);
    await forgetRows(Prisma.sql`proof`, Prisma.sql`expires_at < ${aMonthAgo}`);
    await db.$executeRaw`SELECT forget_unconfirmed()`;
    await db.$executeRaw`UPDATE mail SET sealed = NULL WHERE sealed IS NOT NULL AND at < now() - make_interval(days => ${DAYS_IN_THE_MAILBOX})`;
  },
  long: true,
};
