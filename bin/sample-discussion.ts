import { parse } from "yaml";
import { z } from "zod";

/** One thing said in the sample discussion, with what the others thought of it and what was answered. */
export type Spoken = {
  by: string;
  says: string;
  /** The words of the article that it is about. */
  about?: string;
  shows: boolean;
  respect: string[];
  unconvinced: string[];
  reported?: { by: string; words: { reason: string; detail: string } };
  /** Whose vote it changed, to which answer, and why. */
  moves?: { who: string; to: string; why: string };
  replies: Spoken[];
};

const Handles = z.array(z.string()).default([]);

const Spoken: z.ZodType<Spoken> = z.lazy(() =>
  z.strictObject({
    by: z.string(),
    says: z.string().transform(unwrap),
    about: z.string().transform(unwrap).optional(),
    shows: z.boolean().default(false),
    respect: Handles,
    unconvinced: Handles,
    reported: z
      .strictObject({ by: z.string(), words: z.strictObject({ reason: z.string(), detail: z.string() }) })
      .optional(),
    moves: z.strictObject({ who: z.string(), to: z.string(), why: z.string() }).optional(),
    replies: z.array(Spoken).default([]),
  }),
);

const Discussion = z.strictObject({
  article: z.string(),
  votes: z.record(z.string(), Handles),
  /** Made moderators of this discussion. */
  moderators: Handles,
  suspended: z.strictObject({ who: z.string(), by: z.string(), ground: z.string(), explanation: z.string() }),
  thread: z.array(Spoken),
});
export type Discussion = z.output<typeof Discussion>;

/** @throws ZodError when the file is not as it should be: it is part of the program */
export const readDiscussion = (text: string): Discussion => Discussion.parse(parse(text));

/** The file's lines are as long as an editor is wide; in a comment every line end is one the writer made. */
function unwrap(text: string): string {
  return text
    .trim()
    .replace(/(?<!\n)\n(?![\n-])/g, " ")
    .replace(/ {2,}/g, " ");
}
