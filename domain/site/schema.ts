import { z } from "zod";
import { RESULTS_SHOWN } from "@/domain/polls/poll";
import { articleMayLink } from "@/domain/prose/links";
import { optionalText, writtenText } from "@/domain/prose/schema";
import { readReference } from "@/domain/pictures/picture";
import { numberSaid } from "@/platform/number";
import { contrastOnPaper, isReadable, readable } from "./colour";
import { SITE_DEFAULTS, type SiteSettings } from "./site";
import * as t from "#messages/site-settings";
import { say } from "@/messages/say";

/** Code points. */
export const LIMITS = { name: 40, tagline: 160, announcement: 200, link: 500, source: 40_000 } as const;
/** Years; above it is no age of consent anywhere. */
export const HIGHEST_AGE = 21;

const HEX = /^#[0-9a-f]{6}$/;

/** What a row holds. A setting from another version must not take the site away. */
const Stored = z.object({
  name: z.string().min(1).catch(SITE_DEFAULTS.name),
  tagline: z.string().catch(""),
  accent: z.string().regex(HEX).nullable().catch(null),
  announcement: z.string().catch(""),
  announcementLink: z.string().catch(""),
  results: z.enum(RESULTS_SHOWN).catch(SITE_DEFAULTS.results),
  minimumAge: z.int().min(0).max(HIGHEST_AGE).catch(SITE_DEFAULTS.minimumAge),
  language: z.string().catch(SITE_DEFAULTS.language),
  logo: z.string().catch(""),
  icon: z.string().catch(""),
});
export const readSiteSettings = (kept: unknown): SiteSettings => Stored.safeParse(kept).data ?? SITE_DEFAULTS;

const version = numberSaid(z.number().int().min(0).max(1_000_000_000));

const asOneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

const line = (limit: number) =>
  optionalText(limit, say(t.hasAtMostCharacters, { limit })).transform(asOneLine).optional();

/** Empty is the built-in one. What cannot be read is refused with the nearest that can. */
const accent = z
  .string()
  .trim()
  .toLowerCase()
  .transform((typed, context) => {
    if (typed === "") return null;
    if (!HEX.test(typed)) {
      context.addIssue({ code: "custom", message: t.aColourLooksLike });
      return z.NEVER;
    }
    if (isReadable(typed, "light")) return typed;
    const ratio = contrastOnPaper(typed, "light").toFixed(1);
    context.addIssue({
      code: "custom",
      message: say(t.theColourIsTooPale, { ratio, nearest: readable(typed, "light") }),
    });
    return z.NEVER;
  });

const link = z
  .string()
  .trim()
  .max(LIMITS.link, say(t.hasAtMostCharacters, { limit: LIMITS.link }))
  .refine((href) => href === "" || (articleMayLink(href) && !href.startsWith("#")), t.aLinkBegins);

const AGE_RANGE = say(t.anAgeIsANumber, { highest: HIGHEST_AGE });
const age = numberSaid(z.number(AGE_RANGE).int(AGE_RANGE).min(0, AGE_RANGE).max(HIGHEST_AGE, AGE_RANGE));
/** In its usual spelling: `pt-BR`, `zh-Hans`. */
const language = z
  .string()
  .trim()
  .transform((typed, context) => {
    const tag = canonical(typed);
    if (tag !== null) return tag;
    context.addIssue({ code: "custom", message: t.aLanguageLooksLike });
    return z.NEVER;
  });

function canonical(typed: string): string | null {
  try {
    return Intl.getCanonicalLocales(typed)[0] ?? null;
  } catch {
    return null;
  }
}

/** A picture that was uploaded for it, or empty. */
const picture = z
  .string()
  .trim()
  .refine((typed) => typed === "" || readReference(typed) !== null, t.uploadItFirst);

/** `version` is the one that was edited. What is not named stays. */
export const ChangedSite = z.strictObject({
  version,
  name: writtenText(LIMITS.name, {
    blank: t.aSiteHasAName,
    tooLong: say(t.hasAtMostCharacters, { limit: LIMITS.name }),
  })
    .transform(asOneLine)
    .optional(),
  tagline: line(LIMITS.tagline),
  accent: accent.optional(),
  announcement: line(LIMITS.announcement),
  announcementLink: link.optional(),
  results: z.enum(RESULTS_SHOWN).optional(),
  minimumAge: age.optional(),
  language: language.optional(),
  logo: picture.optional(),
  icon: picture.optional(),
});
export type ChangedSite = z.output<typeof ChangedSite>;

/** Beside the file that is to be the logo or the icon. */
export const ChangedMark = z.strictObject({ version });

/** What a page's row holds. */
export const StoredPage = z.object({ source: z.string(), html: z.string() });

export const ChangedPage = z.strictObject({
  version,
  source: writtenText(LIMITS.source, {
    blank: t.aPageHasAText,
    tooLong: say(t.hasAtMostCharacters, { limit: LIMITS.source }),
  }),
});
export type ChangedPage = z.output<typeof ChangedPage>;
