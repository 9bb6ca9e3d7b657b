import { z } from "zod";
import { hidesUntilClose, RESULTS_SHOWN, LABEL_LIMIT, SENTENCE_LIMIT, OPTION_KEY } from "@/domain/polls/poll";
import { AskedPicture } from "@/domain/pictures/schema";
import { articleMayLink } from "@/domain/prose/links";
import { onOneLine, writtenText } from "@/domain/prose/schema";
import { dayOf, momentOf } from "@/domain/moment";
import * as t from "#messages/articles";
import { say } from "@/messages/say";

export const SLUG_LIMIT = 100;

/** The door's and the database's form of a name in an address. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, t.aSlugIsSmallLetters)
  .max(SLUG_LIMIT, say(t.slugTooLong, { limit: SLUG_LIMIT }));

/** A title is a line, a standfirst a few. Code points. */
const LINE = 160;
const FEW_LINES = 600;
const MAX_TAGS = 8;
const MAX_AUTHORS = 8;

const textField = (name: string, limit: number) =>
  writtenText(limit, {
    blank: say(t.theIsEmpty, { name }),
    tooLong: say(t.theHasAtMostCharacters, { name, limit }),
  });

const lineField = (name: string, limit: number) => textField(name, limit).transform(onOneLine);

/** A name by which things are listed is a part of an address, where one or two full stops lead elsewhere (RFC 3986, section 5.2.4). */
const listedField = (name: string, limit: number) =>
  lineField(name, limit)
    .transform((words) => words.replace(/\s+/gu, " "))
    .refine((words) => words !== "." && words !== "..", t.noAddressEndsInDots);

/** What readers take for the same: case and width of letters aside. */
const alike = (words: string): string => words.normalize("NFKC").toLowerCase();
export const areApart = (all: readonly string[]): boolean => new Set(all.map(alike)).size === all.length;

const link = z.string().refine((href) => articleMayLink(href) && !href.startsWith("#"), t.aLinkBegins);

const CallToAction = z.strictObject({
  kind: z.enum(["link", "download"]),
  label: lineField("label", LINE),
  href: link,
  text: textField("text", FEW_LINES),
});

const Option = z.strictObject({
  key: z.string().regex(OPTION_KEY, t.aKeyIsASmallLetter),
  label: lineField("label", LABEL_LIMIT),
  sentence: textField("sentence", SENTENCE_LIMIT).default(""),
  side: z.boolean().default(true),
});

const time = (name: string) =>
  momentOf(say(t.looksLikeAMoment, { name })).transform((words) => new Date(words));

/** What a file says of its poll. What it leaves out stays as it is, or as a new poll begins. */
export const AskedPoll = z
  .strictObject({
    question: textField("question", SENTENCE_LIMIT),
    options: z
      .array(Option)
      .min(2, t.aPollHasTwoOptions)
      .max(6, t.aPollHasSixOptions)
      .refine(
        (options) => new Set(options.map(({ key }) => key)).size === options.length,
        t.twoOptionsHaveOneKey,
      )
      .refine((options) => areApart(options.map(({ label }) => label)), t.twoOptionsHaveOneLabel),
    results: z.enum(RESULTS_SHOWN).optional(),
    opens: time(t.anOpeningTime).optional(),
    /** Null takes the closing time away. */
    closes: time(t.aClosingTime).nullable().optional(),
    /** Ballots that nobody can find again: no change of vote, no stances. */
    detached: z.boolean().optional(),
    /** Ask for a guess before showing results. */
    guessing: z.boolean().optional(),
    /** Only for members whose address was confirmed before the poll opened. */
    confirmed_before: z.boolean().optional(),
  })
  .refine(({ results, closes }) => !(results && hidesUntilClose(results)) || (closes ?? null) !== null, {
    path: ["closes"],
    message: t.aPollThatHidesItsResults,
  })
  .refine(({ opens, closes }) => !opens || !closes || opens < closes, {
    path: ["closes"],
    message: t.aPollClosesAfterItOpens,
  })
  .refine(({ options }) => options.length < 2 || options.filter(({ side }) => side).length >= 2, {
    path: ["options"],
    message: t.aQuestionHasTwoSides,
  });

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: t.looksLikeADate, abort: true })
  .pipe(dayOf(t.thatDateDoesNotExist));

/** What stands between the two lines of `---` at the head of an article's file. */
export const FrontMatter = z.strictObject({
  title: lineField("title", LINE),
  slug: Slug,
  standfirst: textField("standfirst", FEW_LINES),
  /** One name alone needs no list. */
  author: z.preprocess(
    (said) => (said === undefined || Array.isArray(said) ? said : [said]),
    z
      .array(listedField("author", LINE))
      .min(1, say(t.theIsEmpty, { name: "author" }))
      .max(MAX_AUTHORS, say(t.anArticleHasAtMostAuthors, { maxAuthors: MAX_AUTHORS }))
      .refine(areApart, t.anAuthorStandsTwice),
  ),
  date: day.transform((day) => new Date(`${day}T00:00:00Z`)),
  tags: z
    .array(listedField("tag", 40))
    .max(MAX_TAGS, say(t.anArticleHasAtMostTags, { maxTags: MAX_TAGS }))
    .refine(areApart, t.aTagStandsTwice)
    .default([]),
  picture: AskedPicture.nullable().default(null),
  callToAction: CallToAction.nullable().default(null),
  poll: AskedPoll.nullable().default(null),
});

export type FrontMatter = z.output<typeof FrontMatter>;
export type AskedPoll = z.output<typeof AskedPoll>;
