import type { CallToAction } from "@/domain/articles/article";
import { askedAs, type ArticleAuthor } from "@/domain/articles/author";
import type { PollQuestion } from "@/domain/articles/poll-question";
import { pictureReference, type LeadPicture } from "@/domain/pictures/picture";
import type { ResultsShown } from "@/domain/polls/poll";
import { typedTags } from "./as-article";
import { OPTION_ROWS, type DraftFields } from "./draft";

type Written = {
  slug: string;
  title: string;
  standfirst: string;
  authors: readonly ArticleAuthor[];
  tags: string[];
  source: string;
  picture: LeadPicture | null;
  callToAction: CallToAction | null;
  poll: PollQuestion | null;
};

/** The form with what an article says now; the opening time of a poll that has opened is no longer asked. */
export function fieldsOf({
  slug,
  title,
  standfirst,
  authors,
  tags,
  source,
  picture,
  callToAction,
  poll,
}: Written): DraftFields {
  return {
    ...{
      slug,
      title,
      standfirst,
      author: authors.map(askedAs).join("\n"),
      tags: typedTags(tags),
      body: source,
    },
    ...(picture && {
      picture: pictureReference(picture),
      pictureAlt: picture.alt,
      ...(picture.caption !== "" && { pictureCaption: picture.caption }),
      ...(picture.credit !== "" && { pictureCredit: picture.credit }),
    }),
    ...(callToAction && {
      callKind: callToAction.kind,
      callLabel: callToAction.label,
      callHref: callToAction.href,
      callText: callToAction.text,
    }),
    ...(poll && pollFields(poll)),
  };
}

function pollFields(poll: PollQuestion): DraftFields {
  const fields: DraftFields = {
    question: poll.question,
    results: poll.results,
    ...(poll.opens && poll.opens > new Date() && { opens: toTheMinute(poll.opens) }),
    ...(poll.closes && { closes: toTheMinute(poll.closes) }),
    ...(poll.detached && { detached: "yes" }),
    ...(poll.guessing && { guessing: "yes" }),
    ...(poll.confirmedBefore && { confirmedBefore: "yes" }),
  };
  for (const row of OPTION_ROWS) {
    const option = poll.options[row - 1];
    if (!option) continue;
    fields[`key${row}`] = option.key;
    fields[`label${row}`] = option.label;
    if (option.sentence !== "") fields[`sentence${row}`] = option.sentence;
    if (option.side) fields[`side${row}`] = "yes";
  }
  return fields;
}

/** As a browser's field for a moment has it. */
const toTheMinute = (moment: Date): string => moment.toISOString().slice(0, 16);

/** An empty form of that member’s: most answers take a side. */
export const beginning = (handle: string, results: ResultsShown): DraftFields => {
  const fields: DraftFields = { author: `@${handle}`, results };
  for (const row of OPTION_ROWS) fields[`side${row}`] = "yes";
  return fields;
};
