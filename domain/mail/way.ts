import "server-only";

import { env } from "@/platform/env";
import type { MailWay } from "@/platform/settings";

/** What becomes of this site's mails, for pages that say so. */
export const mailWay = (): MailWay => env.mail;
