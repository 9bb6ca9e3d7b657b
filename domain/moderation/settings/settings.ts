import { z } from "zod";

/** The most that each number may be; all begin at 0. */
export const SETTINGS_MOST = {
  holdNewcomersUntil: 50,
  holdLinksUntil: 50,
  mostLinks: 100,
  slowSeconds: 86_400,
  closeAfterDays: 3_650,
  tellAfterHours: 720,
} as const;

/** How the site moderates. Kept as one setting, changed by admins; what is not said has the default. */
export const Settings = z.object({
  /** `post`: comments appear and are looked at afterwards; `pre`: they wait for a moderator. An article may be stricter, never laxer. */
  mode: z.enum(["post", "pre"]).default("post"),
  /** Members wait for a moderator until so many of their comments stand; 0 is off. */
  holdNewcomersUntil: z.int().min(0).max(SETTINGS_MOST.holdNewcomersUntil).default(0),
  /** Comments with a link wait until so many of the author's comments stand; 0 is off. */
  holdLinksUntil: z.int().min(0).max(SETTINGS_MOST.holdLinksUntil).default(1),
  /** Every comment with a link waits, whoever wrote it. */
  holdEveryLink: z.boolean().default(false),
  /** More links than this wait. */
  mostLinks: z.int().min(0).max(SETTINGS_MOST.mostLinks).default(5),
  /** Seconds between two comments of one member, everywhere; 0 is off. An article may ask for more. */
  slowSeconds: z.int().min(0).max(SETTINGS_MOST.slowSeconds).default(0),
  /** Days after publication at which comments close; 0 is never. */
  closeAfterDays: z.int().min(0).max(SETTINGS_MOST.closeAfterDays).default(0),
  /** Roles that may comment. */
  rolesThatComment: z
    .array(z.enum(["reader", "editor", "moderator", "admin"]))
    .default(["reader", "editor", "moderator", "admin"]),
  /** Keys of checks that are switched off. */
  off: z.array(z.string().max(40)).max(100).default([]),
  /** Moderators are told of a queue in which something has waited for so many hours; 0 is never. */
  tellAfterHours: z.int().min(0).max(SETTINGS_MOST.tellAfterHours).default(24),
  /** A public moderation log, without names. */
  publicLog: z.boolean().default(true),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = Settings.parse({});

/** The kept value, or the defaults where it does not parse: a setting from another version must not stop anyone from writing. */
export const readSettings = (kept: unknown): Settings =>
  Settings.safeParse(kept ?? {}).data ?? DEFAULT_SETTINGS;
