import "server-only";

import { cache } from "react";
import { currentSite } from "@/domain/site/queries";
import { SITE_DEFAULTS, type Site } from "@/domain/site/site";
import { processSingleton } from "@/platform/process-singleton";
import { notePageFailure } from "./page-failure";
import { isDatabaseAway } from "@/web/route/problem";

const BEFORE: Site = { ...SITE_DEFAULTS, version: 0 };
/** What this process read last, for pages that say that the database is away. */
const known = processSingleton("site", () => ({ site: BEFORE }));

/** The site's settings for the page that is being drawn: one query, whoever asks. */
export const siteSettings = cache(async (): Promise<Site> => {
  try {
    known.site = await currentSite();
  } catch (problem) {
    if (!isDatabaseAway(problem)) throw problem;
    notePageFailure(problem);
  }
  return known.site;
});

/** The site's name where nothing can be asked. */
export const knownName = (): string => known.site.name;
