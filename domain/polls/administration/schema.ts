import { z } from "zod";
import { Chosen, CommentNamed, orNothing } from "@/domain/polls/schema";
import { onOneLine, writtenText } from "@/domain/prose/schema";
import { momentOf, withZone } from "@/domain/moment";
import { CLOSING_STATEMENT_LIMIT, LABEL_LIMIT, SENTENCE_LIMIT } from "@/domain/polls/poll";
import * as t from "#messages/polls";
import { say } from "@/messages/say";

/** The author's last word, in Markdown; without one it is taken away. */
export const Closing = z.strictObject({
  statement: orNothing(
    writtenText(CLOSING_STATEMENT_LIMIT, {
      blank: t.itIsEmpty,
      tooLong: say(t.closingStatementTooLong, { limit: CLOSING_STATEMENT_LIMIT }),
    }),
  ),
});

const Moment = z.preprocess(
  withZone,
  momentOf(t.aClosingTimeLooksLike2027).transform((said) => new Date(said)),
);

/** When the poll closes, by the database's clock; without a time it stays open. */
export const ClosingTime = z.strictObject({ closes: orNothing(Moment) });

/** A comment that an editor puts first for a side; without one, the other side chooses again. */
export const PinnedCase = z.strictObject({ comment: orNothing(CommentNamed) });

const textField = (name: string, most: number) =>
  writtenText(most, {
    blank: say(t.theIsEmpty, { name }),
    tooLong: say(t.theHasAtMostCharacters, { name, most }),
  });

const OptionWords = z.strictObject({
  key: Chosen,
  label: textField("label", LABEL_LIMIT).transform(onOneLine),
  sentence: orNothing(textField("sentence", SENTENCE_LIMIT)),
});

/** A plain form says `label.approach` and `sentence.approach` for what JSON says in `options`. */
function gathered(said: unknown): unknown {
  if (said === null || typeof said !== "object" || "options" in said) return said;
  const rest: Record<string, unknown> = {};
  const options = new Map<string, Record<string, unknown>>();
  for (const [name, value] of Object.entries<unknown>({ ...said })) {
    const [, part, key] = /^(label|sentence)\.([a-z0-9-]+)$/.exec(name) ?? [];
    if (part === undefined || key === undefined) rest[name] = value;
    else options.set(key, { key, ...options.get(key), [part]: value });
  }
  return { ...rest, options: [...options.values()] };
}

/** Other words for what a poll asks. Options are named by their keys, which stay; those left out keep their words; one named without a sentence has none. */
export const PollWording = z.preprocess(
  gathered,
  z.strictObject({ question: textField("question", SENTENCE_LIMIT), options: z.array(OptionWords).max(6) }),
);
export type PollWording = z.output<typeof PollWording>;
