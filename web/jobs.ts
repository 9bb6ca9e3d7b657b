import "server-only";

import { forgetEndedBans } from "@/domain/members/barred-address";
import { forgetSpentChallenges } from "@/domain/members/keys/challenge";
import { eraseAccounts } from "@/domain/members/erase-due";
import { inboxJobs } from "@/domain/inbox/jobs";
import { tidyMails } from "@/domain/mail/jobs";
import { publishDueDrafts } from "@/domain/articles/drafts/schedule";
import { sweepPictures } from "@/domain/pictures/commands";
import { sendMail } from "@/domain/mail/send";
import { backupJobs } from "@/domain/operations/backups";
import { renewSecretsJob } from "@/domain/operations/renew-secrets";
import { pollJobs } from "@/domain/polls/jobs";
import { countFairness } from "@/domain/moderation/transparency/count-fairness";
import { fillSearch } from "@/domain/search/fill";
import { forgetOldEvents } from "@/domain/events/forget";
import { Prisma } from "@/platform/database";
import { env } from "@/platform/env";
import type { Worker } from "@/platform/job-queue";
import type { Job } from "@/platform/jobs";
import { forgetRows } from "@/platform/slices";
import { FORM_KEPT_SECONDS } from "./route/form-flash";

/** A repeated request comes within minutes. */
const DAYS_KEPT = 1;

/** What the door keeps for a while and nobody needs afterwards. */
const tidyTheDoor: Job = {
  name: "tidy the door",
  everySeconds: 600,
  run: async () => {
    const aDayAgo = Prisma.sql`now() - make_interval(days => ${DAYS_KEPT}::int)`;
    await forgetRows(Prisma.sql`idempotency`, Prisma.sql`at < ${aDayAgo}`);
    await forgetRows(
      Prisma.sql`kept_form`,
      Prisma.sql`at < now() - make_interval(secs => ${FORM_KEPT_SECONDS}::int)`,
    );
    await forgetRows(Prisma.sql`rate_window`, Prisma.sql`start < ${aDayAgo}`);
    await forgetRows(Prisma.sql`session`, Prisma.sql`expires_at < now()`);
  },
  long: true,
};

/** Everything that comes round by itself while the site runs. */
export const jobs: readonly Job[] = [
  ...pollJobs,
  ...inboxJobs,
  { name: "publish scheduled articles", everySeconds: 5, run: publishDueDrafts, long: true },
  tidyTheDoor,
  forgetOldEvents,
  { name: "forget spent challenges", everySeconds: 600, run: forgetSpentChallenges },
  { name: "sweep pictures that nothing shows", everySeconds: 3_600, run: sweepPictures },
  tidyMails,
  eraseAccounts,
  fillSearch,
  countFairness,
  ...renewSecretsJob,
  ...backupJobs,
  { name: "forget addresses of bans that ended", everySeconds: 3_600, run: forgetEndedBans },
];

/** Who does what was put into the queue. Without a mail server nobody sends, and mails wait. */
export const workers: Readonly<Record<string, Worker>> = env.mail === "smtp" ? { mail: sendMail } : {};
