import "server-only";

import { stringify } from "yaml";
import { LeadPictureSchema } from "@/domain/pictures/answers";
import {
  hashesIn,
  pictureReference,
  webpWidths,
  type LeadPicture,
  type Picture,
} from "@/domain/pictures/picture";
import { fileOf } from "@/domain/pictures/store";
import { database, transaction } from "@/platform/database";
import { authorize, NotFound } from "@/platform/refusal";
import { CallToActionSchema } from "./answers";
import { askedAs } from "./author";
import { authorsOf, WITH_AUTHORS } from "./authors";
import { mayPublish, memberIn, type Publisher } from "./policy";
import { asJson } from "./commands";
import type { PollQuestion } from "./poll-question";
import type { AskedPoll } from "./schema";
import { currentQuestion } from "./sync-poll";
import * as t from "#messages/articles";

export type ExportedPicture = { name: string; bytes: Uint8Array };

/**
 * An article as the file that `publish` reads: published again, it changes nothing.
 * @throws NotFound where there is none of that address
 */
export async function articleFileText(slug: string, by: Publisher): Promise<string> {
  authorize(mayPublish(by), memberIn(by), t.onlyEditorsWrite);
  return transaction(async (tx) => {
    const article = await tx.article.findUnique({ where: { slug } });
    if (!article) throw new NotFound(t.thereIsNoSuchArticle);
    const { id, revision, publishedAt } = article;
    const written = await tx.articleRevision.findUniqueOrThrow({
      where: { articleId_number: { articleId: id, number: revision } },
      include: WITH_AUTHORS,
    });
    const picture = LeadPictureSchema.nullable().parse(written.picture);
    const callToAction = CallToActionSchema.nullable().parse(written.callToAction);
    const poll = await currentQuestion(tx, id);
    const { title, standfirst, tags, source } = written;
    const authors = authorsOf(written).map(askedAs);
    const head = {
      ...{ title, slug, standfirst, author: authors.length === 1 ? authors[0] : authors },
      ...{ date: publishedAt.toISOString().slice(0, 10) },
      ...(tags.length > 0 && { tags }),
      ...(picture && { picture: withReference(picture) }),
      ...(callToAction && { callToAction }),
      ...(poll && { poll: asJson(onlyAsked(poll)) }),
    };
    // A line of its own for each word would be folded at 80 letters otherwise.
    return `---\n${stringify(head, { lineWidth: 0 })}---\n\n${source}\n`;
  });
}

/**
 * The same for another site: with its pictures beside it, in the largest size that is kept.
 * @returns the file, in which they have their names, and their bytes
 */
export async function articleWithPictures(
  slug: string,
  by: Publisher,
): Promise<{ text: string; pictures: ExportedPicture[] }> {
  const text = await articleFileText(slug, by);
  const pictures: ExportedPicture[] = [];
  let named = text;
  for (const picture of await picturesIn(text)) {
    const bytes = await fileOf(picture.hash, webpWidths(picture.width).at(-1) ?? picture.width, "webp");
    if (!bytes) continue;
    const name = `${picture.hash}.webp`;
    pictures.push({ name, bytes });
    named = named.replaceAll(pictureReference(picture), name);
  }
  return { text: named, pictures };
}

async function picturesIn(text: string): Promise<Picture[]> {
  const hashes = new Set(hashesIn(text));
  return database().picture.findMany({
    where: { hash: { in: [...hashes] } },
    select: { hash: true, width: true, height: true },
  });
}

const withReference = ({ hash, width, height, ...words }: LeadPicture) => ({
  src: pictureReference({ hash, width, height }),
  ...words,
});

/** What a file says of a poll, of all that is known about it. */
const onlyAsked = ({
  question,
  options,
  results,
  opens,
  closes,
  detached,
  guessing,
  confirmedBefore,
}: PollQuestion): AskedPoll => ({
  ...{ question, results, opens, closes, detached, guessing, confirmed_before: confirmedBefore },
  options: options.map(({ key, label, sentence, side }) => ({ key, label, sentence, side })),
});
