import "server-only";

import { env } from "@/platform/env";

/** Who we are to a passkey: it answers at this address only, and is found under this host. */
export const RELYING_PARTY = {
  origin: env.siteUrl,
  id: new URL(env.siteUrl).hostname,
} as const;
