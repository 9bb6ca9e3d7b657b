import { z } from "zod";
import { RESULTS_SHOWN } from "@/domain/polls/poll";
import { articleMayLink } from "@/domain/prose/links";
import { writtenText } from "@/domain/prose/schema";

/** The door's and the database's form of a name in an address. */
export const Slug = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "A slug is small letters and digits, with single hyphens between them.",
  )
  .max(100, "A slug has at most 100 characters.");

/** A title is a line; a standfirst, a question or a sentence is a few. Code points. */
const LINE = 160;
const FEW_LINES = 600;
const MAX_TAGS = 8;

const textField = (name: string, limit: number) =>
  writtenText(limit, {
    blank: `The ${name} is empty.`,
    tooLong: `The ${name} has at most ${limit} characters.`,
  });

const link = z
  .string()
  .refine(
    (href) => articleMayLink(href) && !href.startsWith("#"),
    "A link begins with https:// or with one slash.",
  );

const CallToAction = z.strictObject({
  kind: z.enum(["link", "download"]),
  label: textField("label", LINE),
  href: link,
  text: textField("text", FEW_LINES),
});

const Option = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, "A key is a small letter, then small letters, digits and hyphens."),
  label: textField("label", LINE),
  sentence: textField("sentence", FEW_LINES).default(""),
  side: z.boolean().default(true),
});

const time = (name: string) =>
  z.iso
    .datetime({ offset: true, error: `${name} looks like 2027-01-31T18:00:00Z.` })
    .transform((words) => new Date(words));

const PollQuestion = z
  .strictObject({
    question: textField("question", FEW_LINES),
    options: z
      .array(Option)
      .min(2, "A poll has two options at least.")
      .max(6, "A poll has six options at most.")
      .refine(
        (options) => new Set(options.map(({ key }) => key)).size === options.length,
        "Two options have one key.",
      ),
    results: z.enum(RESULTS_SHOWN).default("after_vote"),
    opens: time("An opening time").optional(),
    closes: time("A closing time").nullable().default(null),
    /** Ballots that nobody can find again: no change of vote, no stances. */
    detached: z.boolean().default(false),
    /** Ask for a guess before showing results. */
    guessing: z.boolean().default(false),
  })
  .refine(({ results, closes }) => results !== "after_close" || closes !== null, {
    path: ["closes"],
    message: "A poll that hides its results until it closes needs a closing time.",
  })
  .refine(({ opens, closes }) => !opens || !closes || opens < closes, {
    path: ["closes"],
    message: "A poll closes after it opens.",
  })
  .refine(({ options }) => options.length < 2 || options.filter(({ side }) => side).length >= 2, {
    path: ["options"],
    message: "A question has two sides at least.",
  });

/** What stands between the two lines of `---` at the head of an article's file. */
export const FrontMatter = z.strictObject({
  title: textField("title", LINE),
  slug: Slug,
  standfirst: textField("standfirst", FEW_LINES),
  author: textField("author", LINE),
  date: z.iso.date("A date looks like 2026-11-23.").transform((day) => new Date(`${day}T00:00:00Z`)),
  tags: z.array(textField("tag", 40)).max(MAX_TAGS, `An article has at most ${MAX_TAGS} tags.`).default([]),
  callToAction: CallToAction.nullable().default(null),
  poll: PollQuestion.nullable().default(null),
});

export type FrontMatter = z.output<typeof FrontMatter>;
export type PollQuestion = z.output<typeof PollQuestion>;
