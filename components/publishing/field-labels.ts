import type { DraftField, DraftProblem } from "@/domain/articles/drafts/draft";
import * as pictures from "#messages/pictures";
import * as t from "#messages/publishing";
import { say } from "@/messages/say";

const LABELS: Partial<Record<DraftField, string>> = {
  title: t.title,
  slug: t.address,
  standfirst: t.standfirst,
  author: t.authors,
  tags: t.tags,
  picture: pictures.leadPicture,
  pictureAlt: pictures.description,
  pictureCaption: pictures.caption,
  pictureCredit: pictures.credit,
  body: t.text,
  callKind: t.callKind,
  callLabel: t.callLabel,
  callHref: t.callHref,
  callText: t.callText,
  question: t.question,
  results: t.results,
  opens: t.opens,
  closes: t.closes,
  detached: t.detached,
  guessing: t.guessing,
  confirmedBefore: t.confirmedBefore,
};

/** What a field is called in the form. */
export const labelOf = (field: DraftField): string =>
  LABELS[field] ?? say(t.answerNumber, { row: Number(field.slice(-1)) });

/** "Text, line 3: …" */
export const problemSaid = ({ field, line, reason }: DraftProblem): string =>
  line === null
    ? say(t.problemOfField, { field: labelOf(field), reason })
    : say(t.problemOnLine, { field: labelOf(field), line, reason });
