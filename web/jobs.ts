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
import { fillSearch } from "@/domain/search/fill";
import { database } from "@/platform/database";
import { env } from "@/platform/env";
import type { Worker } from "@/platform/job-queue";
import type { Job } from "@/platform/jobs";
import { FORM_KEPT_SECONDS } from "./route/form-flash";

/** A repeated request comes within minutes. */
const DAYS_KEPT = 1;

/** What the door keeps for a while and nobody needs afterwards. */
const tidyTheDoor: Job = {
  name: "tidy the door",
  everySeconds: 600,
  run: async () => {
    const db = database();
    await db.$executeRaw`DELETE FROM idempotency WHERE at < now() - make_interval(days => ${DAYS_KEPT})`;
    await db.$executeRaw`DELETE FROM kept_form WHERE at < now() - make_interval(secs => ${FORM_KEPT_SECONDS})`;
    await db.$executeRaw`DELETE FROM rate_window WHERE start < now() - make_interval(days => ${DAYS_KEPT})`;
    await db.$executeRaw`DELETE FROM session WHERE expires_at < now()`;
  },
};

/** Everything that comes round by itself while the site runs. */
export const jobs: readonly Job[] = [
  ...pollJobs,
  ...inboxJobs,
  { name: "publish scheduled articles", everySeconds: 5, run: publishDueDrafts, long: true },
  tidyTheDoor,
  { name: "forget spent challenges", everySeconds: 600, run: forgetSpentChallenges },
  { name: "sweep pictures that nothing shows", everySeconds: 3_600, run: sweepPictures },
  tidyMails,
  eraseAccounts,
  fillSearch,
  ...renewSecretsJob,
  ...backupJobs,
  { name: "forget addresses of bans that ended", everySeconds: 3_600, run: forgetEndedBans },
];

/** Who does what was put into the queue. Without a mail server nobody sends, and mails wait. */
export const workers: Readonly<Record<string, Worker>> = env.mail === "smtp" ? { mail: sendMail } : {};
