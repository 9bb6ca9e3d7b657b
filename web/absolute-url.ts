import "server-only";

import { env } from "@/platform/env";

/** A path of this site as the address that others know it by: for canonical links, feeds and share images. */
export const absoluteUrl = (path = "/"): string => env.siteUrl + path;
