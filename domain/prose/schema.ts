import { z } from "zod";
import { isBlank, isWhole, normaliseText, readableLength } from "./text";
import * as t from "#messages/api";

/** Normalising can only shorten what is far too long by a little, so this many times the limit is refused unread. */
const UNREAD_FACTOR = 4;

/**
 * A zod schema for text that people write and read: normalised, not blank, at most `limit` code points.
 * The two sentences are what the writer is told.
 */
export const writtenText = (limit: number, say: { blank: string; tooLong: string }) =>
  z
    .string()
    .max(limit * UNREAD_FACTOR, { error: say.tooLong, abort: true })
    .refine(isWhole, { error: t.thereIsACharacterWeCannotStore, abort: true })
    .transform(normaliseText)
    .refine((text) => !isBlank(text), { error: say.blank, abort: true })
    .refine((text) => readableLength(text) <= limit, { error: say.tooLong });

/** A line's end is a blank, as a page would show it. Blanks that break no line, as in French, and wide ones stay. */
export const onOneLine = (text: string): string => text.replace(/[^\S\u00a0\u202f\u3000]+/gu, " ").trim();

/** The same where nothing need be written: what cannot be seen is nothing. */
export const optionalText = (limit: number, tooLong: string) =>
  z
    .string()
    .max(limit * UNREAD_FACTOR, { error: tooLong, abort: true })
    .refine(isWhole, { error: t.thereIsACharacterWeCannotStore, abort: true })
    .transform((text) => (isBlank(text) ? "" : normaliseText(text).trim()))
    .refine((text) => readableLength(text) <= limit, { error: tooLong });
