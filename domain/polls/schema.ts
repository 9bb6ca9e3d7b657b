import { z } from "zod";
import { numberSaid } from "@/platform/number";
import { writtenText } from "@/domain/prose/schema";
import { NAMED_WORDS_MOST, REASON_LEAST, REASON_MOST, SIDE_REPLY_LIMIT } from "./poll";
import { readableLength } from "@/domain/prose/text";
import * as t from "#messages/polls";
import { say } from "@/messages/say";

/** A form sends every option at the same length, with spaces after the shorter ones. */
export const Chosen = z
  .string(t.chooseOneOfTheOptions)
  .trim()
  .regex(/^[a-z0-9-]{1,40}$/, t.chooseOneOfTheOptions);

const ticked = z.union([z.boolean(), z.literal("on").transform(() => true)]);
const Id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** A comment's id, or its address as copied from the page. */
export const CommentNamed = z
  .string()
  .max(500)
  .transform((words, context) => {
    const id = Id.exec(words.toLowerCase())?.[0];
    if (id) return id;
    context.addIssue({ code: "custom", message: t.thatIsNotTheAddress });
    return z.NEVER;
  });

const Why = writtenText(REASON_MOST, {
  blank: t.pleaseSayWhy,
  tooLong: say(t.aReasonHasAtMostCharacters, { reasonMost: REASON_MOST }),
}).refine(
  (words) => readableLength(words) >= REASON_LEAST,
  say(t.pleaseSayWhyInAtLeast, { reasonLeast: REASON_LEAST }),
);

const Passage = writtenText(NAMED_WORDS_MOST, {
  blank: t.whichPassageWasIt,
  tooLong: say(t.aPassageHasAtMostCharacters, { passageMost: NAMED_WORDS_MOST }),
});

/** A form's empty field is no field. */
export const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** What changed a mind: a comment or a passage of the article, and why. `quotable`: the reason may be shown, without a name. */
export const NewMindChange = z
  .strictObject({
    because: orNothing(CommentNamed),
    /** For a form that offers some comments by name, and a field for any other. */
    address: orNothing(CommentNamed),
    passage: orNothing(Passage),
    why: Why,
    closer: ticked.optional(),
    quotable: ticked.optional(),
  })
  .transform(({ because, address, ...told }) => ({ ...told, because: address ?? because }))
  .refine(({ because, passage }) => (because ?? passage) !== undefined, {
    path: ["because"],
    message: t.sayWhichCommentOrWhichPassage,
  });
export type NewMindChange = z.output<typeof NewMindChange>;

/** A vote, and where it is a change of mind, what changed it. */
export const NewVote = z
  .strictObject({
    option: Chosen,
    because: orNothing(CommentNamed),
    why: orNothing(Why),
    quotable: ticked.optional(),
  })
  .refine(({ because, why }) => (because === undefined) === (why === undefined), {
    path: ["why"],
    message: t.aChangeOfMindNames,
  });
export type NewVote = z.output<typeof NewVote>;

/** In per cent, as people say it; without a share: "I would rather not guess". */
export const NewGuess = z.strictObject({
  share: orNothing(numberSaid(z.number(t.aGuessIsANumber).min(0, t.atLeast0).max(100, t.atMost100))),
});

/** A side's last word in the record, in Markdown. */
export const SideWords = z.strictObject({
  words: writtenText(SIDE_REPLY_LIMIT, {
    blank: t.pleaseWriteSomething,
    tooLong: say(t.sideReplyTooLong, { limit: SIDE_REPLY_LIMIT }),
  }),
});
