import "server-only";

import { env } from "@/platform/env";

/** What the site is called, wherever it says so. */
export const SITE_NAME = "Moot";

/** The whole address of a path of this site, as it is shared, fed and indexed. */
export const siteAddress = (path: string): string => new URL(path, `${env.siteUrl}/`).href;
