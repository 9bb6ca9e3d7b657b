import "server-only";

import { itemOf } from "./items";
import { endMailsToken } from "./token";
import { toldBy, type Told } from "./told";
import { firstSentence, isAboutComment, isOfDiscussion } from "@/domain/inbox/notice";
import { KIND_NAMES, reasonOf } from "@/domain/inbox/kind-names";
import type { MailWords } from "@/domain/mail/mail";
import { currentSite } from "@/domain/site/queries";
import { database, Prisma } from "@/platform/database";
import { env } from "@/platform/env";
import * as t from "#messages/notices";
import { say } from "@/messages/say";

/** What the mail says that was written for these notices, as it is now; null where nothing is left to tell. */
export async function noticesStillToMail(mailId: string): Promise<MailWords | null> {
  const told = await toldBy(database(), Prisma.sql`n.mail_id = ${mailId}::uuid`);
  return told.length === 0 ? null : compose(told);
}

/** One mail about all of these, which are one member's: of one discussion, or one notice that is of none. */
export async function compose(told: readonly Told[]): Promise<MailWords> {
  const [first] = told;
  if (!first) throw new Error("A mail must be about something.");
  const items = (await Promise.all(told.map(itemOf))).map((item, nth) =>
    // What several answer is shown once, below the last of them in a row.
    told[nth]?.answers && told[nth].answers.id === told[nth + 1]?.answers?.id
      ? { ...item, answers: null }
      : item,
  );
  const token = endMailsToken(
    first.memberId,
    isOfDiscussion(first.kind) ? (first.article?.id ?? null) : null,
    first.email,
  );
  return {
    subject: subjectOf(first, items[0]?.sentence ?? ""),
    paragraphs: [],
    items,
    reasons: [...new Set(told.map(({ kind }) => reasonOf(kind)))],
    ways: waysOut(told, token),
    oneClick: `${env.siteUrl}/api/v1/unsubscribe/one-click?token=${token}`,
    thread: threadOf(told),
    ...(await senderOf(told)),
  };
}

/** Otherwise the first sentence. Mails about one discussion have one subject, so that programs which go by it put them together, too. */
const subjectOf = ({ kind, article, comment }: Told, sentence: string): string =>
  isOfDiscussion(kind) && article
    ? article.title
    : firstSentence(sentence, [article?.title, comment?.author ?? undefined]);

async function senderOf(told: readonly Told[]): Promise<{ from?: string }> {
  const names = new Set(told.map(({ kind, comment }) => (isAboutComment(kind) ? comment?.author : null)));
  const [name] = names;
  if (names.size !== 1 || !name) return {};
  return { from: say(t.whoViaSite, { who: name, site: (await currentSite()).name }) };
}

/** A comment's mail has the comment's id, under that of what it answers, under the discussion's. */
function threadOf(told: readonly Told[]): MailWords["thread"] {
  const [first] = told;
  if (!first?.article || !isOfDiscussion(first.kind)) return { parents: [] };
  const commented = told.find(({ kind, comment }) => isAboutComment(kind) && comment !== null);
  return {
    ...(commented?.comment && { id: `comment-${commented.comment.id}` }),
    parents: [
      `discussion-${first.article.id}`,
      ...(commented?.answers ? [`comment-${commented.answers.id}`] : []),
    ],
  };
}

function waysOut(told: readonly Told[], token: string): NonNullable<MailWords["ways"]> {
  const to = (stop: string) => `${env.siteUrl}/unsubscribe?token=${token}&stop=${stop}`;
  const [first] = told;
  return [
    ...(first?.article && isOfDiscussion(first.kind)
      ? [{ label: t.muteThisDiscussion, url: to("discussion") }]
      : []),
    ...[...new Set(told.map(({ kind }) => kind))].map((kind) => ({
      label: say(t.noMoreMailsAbout, { kind: KIND_NAMES[kind] }),
      url: to(kind),
    })),
    { label: t.noMoreMails, url: to("all") },
  ];
}
