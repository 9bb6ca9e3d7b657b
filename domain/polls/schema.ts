import { z } from "zod";
import { writtenText } from "@/domain/prose/schema";
import { readableLength } from "@/domain/prose/text";

export const Chosen = z
  .string("Choose one of the options.")
  .regex(/^[a-z0-9-]{1,40}$/, "Choose one of the options.");

/** As delta by delta: shorter reasons say "you are right", and teach nobody (r/changemyview asks for the same). */
export const REASON_LEAST = 50;
const REASON_MOST = 2_000;
const PASSAGE_MOST = 600;

const ticked = z.union([z.boolean(), z.literal("on").transform(() => true)]);
const Id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** A comment's id, or its address as copied from the page. */
export const CommentNamed = z
  .string()
  .max(500)
  .transform((words, context) => {
    const id = Id.exec(words.toLowerCase())?.[0];
    if (id) return id;
    context.addIssue({ code: "custom", message: "That is not the address of a comment here." });
    return z.NEVER;
  });

const Why = writtenText(REASON_MOST, {
  blank: "Please say why.",
  tooLong: `A reason has at most ${REASON_MOST} characters.`,
}).refine(
  (words) => readableLength(words) >= REASON_LEAST,
  `Please say why in at least ${REASON_LEAST} characters.`,
);

const Passage = writtenText(PASSAGE_MOST, {
  blank: "Which passage was it?",
  tooLong: `A passage has at most ${PASSAGE_MOST} characters.`,
});

/** A form's empty field is no field. */
export const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** What changed a mind: a comment or a passage of the article, and why. `quotable`: the reason may be shown, without a name. */
export const NewMindChange = z
  .strictObject({
    because: orNothing(CommentNamed),
    passage: orNothing(Passage),
    why: Why,
    closer: ticked.optional(),
    quotable: ticked.optional(),
  })
  .refine(({ because, passage }) => (because ?? passage) !== undefined, {
    path: ["because"],
    message: "Say which comment or which passage it was.",
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
    message: "A change of mind names the comment that caused it, and says why.",
  });
export type NewVote = z.output<typeof NewVote>;

/** In per cent, as people say it; without a share: "I would rather not guess". */
export const NewGuess = z.strictObject({
  share: orNothing(
    z.coerce.number("A guess is a number from 0 to 100.").min(0, "At least 0.").max(100, "At most 100."),
  ),
});

/** A side's last word in the record, in Markdown. */
export const SideWords = z.strictObject({
  words: writtenText(2_000, {
    blank: "Please write something.",
    tooLong: "A reply has at most 2000 characters.",
  }),
});
