import { z } from "zod";
import { answerSchema, Html, Time } from "@/domain/answer-schema";
import { RESULTS_SHOWN } from "@/domain/polls/poll";
import {
  SITE_PAGES,
  SITE_SETTINGS,
  type FixedSettings,
  type Site,
  type SiteChange,
  type SitePage,
} from "./site";

export const SiteSchema = answerSchema<Site>()(
  "Site",
  z.strictObject({
    version: z.int(),
    name: z.string(),
    tagline: z.string(),
    accent: z.string().nullable(),
    announcement: z.string(),
    announcementLink: z.string(),
    results: z.enum(RESULTS_SHOWN),
    minimumAge: z.int(),
    language: z.string(),
    logo: z.string(),
    icon: z.string(),
  }),
);

const Setting = z.enum(SITE_SETTINGS);

const SiteChangeSchema = answerSchema<SiteChange>()(
  "SiteChange",
  z.strictObject({
    part: z.enum(["settings", ...SITE_PAGES]),
    version: z.int(),
    at: Time,
    by: z.strictObject({ handle: z.string(), name: z.string() }).nullable(),
    changes: z.array(z.strictObject({ setting: Setting, before: z.string(), after: z.string() })),
  }),
);

const FixedSchema = answerSchema<FixedSettings[number]>()(
  "FixedSetting",
  z.strictObject({ setting: Setting, by: z.string() }),
);

export const SiteHistorySchema = z.strictObject({
  site: SiteSchema,
  fixed: z.array(FixedSchema),
  history: z.array(SiteChangeSchema),
});

export const SitePageSchema = answerSchema<SitePage>()(
  "SitePage",
  z.strictObject({
    page: z.enum(SITE_PAGES),
    version: z.int(),
    at: Time.nullable(),
    source: z.string(),
    html: Html,
  }),
);
