import { z } from "zod";
import { ARTICLE_LIMIT } from "@/domain/prose/article";
import { PictureWordsSchema } from "@/domain/pictures/schema";
import { optionalText } from "@/domain/prose/schema";
import { isWhole } from "@/domain/prose/text";
import { Slug } from "@/domain/articles/schema";
import { momentOf, withZone } from "@/domain/moment";
import { numberSaid } from "@/platform/number";
import { DRAFT_FIELDS, type DraftFields } from "./draft";
import * as api from "#messages/api";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** A draft may be wrong, and longer than an article can be; not without end. Code units. */
const LINE_MOST = 4_000;
const TEXT_MOST = 2 * ARTICLE_LIMIT;
const CORRECTION_MOST = 600;

const typed = (limit: number) =>
  z
    .string()
    .max(limit, { error: say(t.thatFieldIsTooLong, { limit }), abort: true })
    .refine(isWhole, { error: api.thereIsACharacterWeCannotStore })
    .optional();

function forEach<Name extends string, Schema>(
  names: readonly Name[],
  make: (name: Name) => Schema,
): Record<Name, Schema>;
function forEach<Schema>(names: readonly string[], make: (name: string) => Schema): Record<string, Schema> {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}

const FIELDS = forEach(DRAFT_FIELDS, (name) => typed(name === "body" ? TEXT_MOST : LINE_MOST));

/** The fields of the form among what was sent, without those that are empty. */
function filled(given: object): DraftFields {
  const found = new Map(Object.entries(given));
  const written = DRAFT_FIELDS.flatMap((name) => {
    const value: unknown = found.get(name);
    return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(written);
}

/** What a draft's row holds. */
export const StoredFields = z.strictObject(FIELDS).transform(filled);

const version = numberSaid(z.number().int().min(1).max(1_000_000_000));

/** Where the words for a picture stand that is to be added; they are in the form whether one is or not. */
const ADDED = {
  newAlt: z.string().optional(),
  newCaption: z.string().optional(),
  newCredit: z.string().optional(),
  newPlace: z.string().optional(),
  // A browser sends the name of a file, and not the file, with any other button.
  file: z.undefined({ error: t.pressAddPicture }).optional(),
};

/** The whole form: a field that does not come is empty. */
export const SavedDraft = z
  .strictObject({ ...FIELDS, ...ADDED, version })
  .transform((given) => ({ version: given.version, fields: filled(given) }));
export type SavedDraft = z.output<typeof SavedDraft>;

/** The whole form with a picture that is added to it, at the end of its text or on top. */
export const DraftWithPicture = z
  .strictObject({
    ...FIELDS,
    version,
    newAlt: PictureWordsSchema.alt,
    newCaption: PictureWordsSchema.caption,
    newCredit: PictureWordsSchema.credit,
    newPlace: z.enum(["text", "top"]).default("text"),
  })
  .transform(({ version, newAlt, newCaption, newCredit, newPlace, ...given }) => ({
    ...{ version, place: newPlace, fields: filled(given) },
    words: { alt: newAlt, caption: newCaption, credit: newCredit },
  }));
export type DraftWithPicture = z.output<typeof DraftWithPicture>;

/** For so many days a preview's address works. */
export const PREVIEW_DAYS = [1, 7, 30] as const;

export const NewPreview = z.strictObject({
  days: numberSaid(z.number().int().min(1).max(PREVIEW_DAYS[2])).default(PREVIEW_DAYS[1]),
});
export type NewPreview = z.output<typeof NewPreview>;

/** The number of a revision, as it stands in an address. */
export const Revision = numberSaid(z.number().int().min(1).max(1_000_000));

/** Without an article, a new one; with a revision, that text of the article instead of the current one. */
export const NewDraft = z
  .strictObject({ article: Slug.optional(), revision: Revision.optional() })
  .refine(({ article, revision }) => revision === undefined || article !== undefined, {
    path: ["revision"],
    error: t.aRevisionIsOfAnArticle,
  });
export type NewDraft = z.output<typeof NewDraft>;

const published = {
  version,
  /** Of the article, as it was when one looked: what is replaced. */
  revision: numberSaid(z.number().int().min(0).max(1_000_000)).default(0),
  correction: optionalText(CORRECTION_MOST, say(t.aCorrectionHasAtMost, { limit: CORRECTION_MOST })).default(
    "",
  ),
};

export const PublishedDraft = z.strictObject(published);
export type PublishedDraft = z.output<typeof PublishedDraft>;

export const ScheduledDraft = z.strictObject({
  ...published,
  at: z.preprocess(
    withZone,
    momentOf(t.aTimeLooksLike).transform((said) => new Date(said)),
  ),
});
export type ScheduledDraft = z.output<typeof ScheduledDraft>;
