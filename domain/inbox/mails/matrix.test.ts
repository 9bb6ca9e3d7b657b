import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { mailNotices, MAILED_AFTER } from "./due";
import { MAILED, type MailChoice } from "./choice";
import { ABOUT_COMMENTS, isOfDiscussion, NOTICE_KINDS, type NoticeKind } from "@/domain/inbox/notice";
import { inboxOf, unreadCount } from "@/domain/inbox/queries";
import { database } from "@/platform/database";
import { aPlainArticle, aPlainComment } from "@/test/desk";
import { mailsTo } from "@/test/mails";
import { voters, type Voter } from "@/test/voters";

/** What can become of a notice's comment, discussion or reader between its cause and its mail. */
const FATES = ["as it was", "held", "removed", "withdrawn", "unpublished", "read", "suspended", "banned", "muted"] as const;
type Fate = (typeof FATES)[number];
const CHANNELS = ["by mail", "inbox only", "all off"] as const;
type Channel = (typeof CHANNELS)[number];

const CASES = NOTICE_KINDS.flatMap((kind) =>
  FATES.flatMap((fate) => CHANNELS.map((channel) => ({ kind, fate, channel }))),
);
type Case = (typeof CASES)[number];

const STATES: Partial<Record<Fate, "held" | "rejected" | "withdrawn">> = {
  held: "held",
  removed: "rejected",
  withdrawn: "withdrawn",
};

const ofComments = (kind: NoticeKind) => ABOUT_COMMENTS.some((one) => one === kind) || kind === "honour";

/** The rule in words, once more and apart from the queries that have it. */
const isRead = ({ kind, fate }: Case): boolean =>
  !(fate in STATES && ofComments(kind)) && !(fate === "unpublished" && isOfDiscussion(kind));

const isMailedOf = (one: Case): boolean =>
  isRead(one) &&
  one.channel === "by mail" &&
  one.fate !== "read" &&
  !(one.fate === "muted" && isOfDiscussion(one.kind)) &&
  !(one.fate === "banned" && one.kind !== "decision" && one.kind !== "appeal-outcome");

const played = new Map<string, { inbox: NoticeKind[]; unread: number; mails: number }>();
const nameOf = ({ kind, fate, channel }: Case) => `${kind} ${fate} ${channel}`;

beforeAll(async () => {
  const [people, [author]] = [await voters(CASES.length), await voters(1)];
  const places = new Map(await Promise.all(FATES.map(async (fate) => [fate, await aPlace(author)] as const)));
  await database().$executeRaw`UPDATE member SET email = handle || '@example.org' WHERE id = ANY (${people.map(({ id }) => id)}::uuid[])`;
  for (const [nth, one] of CASES.entries()) await cause(one, people[nth] as Voter, places);
  for (const fate of FATES) await befall(fate, places);
  await database().$executeRaw`UPDATE notice SET at = at - make_interval(mins => ${MAILED_AFTER}::int)`;
  while ((await mailNotices()) > 0);
  for (const [nth, one] of CASES.entries()) {
    const person = people[nth] as Voter;
    const { items } = await inboxOf({}, person);
    const [mails, unread] = [await mailsTo(`${person.handle}@example.org`), await unreadCount(person)];
    played.set(nameOf(one), { inbox: items.map(({ kind }) => kind), unread, mails: mails.length });
  }
}, 60_000);

type Place = { articleId: string; commentId: string; authorId: string };

async function aPlace(author: Voter | undefined): Promise<Place> {
  const article = await aPlainArticle();
  const comment = await aPlainComment(article, author as Voter, { text: "What was said." });
  return { articleId: article.id, commentId: comment.id, authorId: (author as Voter).id };
}

async function cause({ kind, fate, channel }: Case, who: Voter, places: Map<Fate, Place>): Promise<void> {
  const { articleId, commentId } = places.get(fate) as Place;
  const usual = MAILED.some((one) => one === kind);
  const choice: Partial<MailChoice> =
    channel === "all off"
      ? { none: true }
      : channel === "by mail"
        ? { wanted: usual ? [] : [kind] }
        : { unwanted: usual ? [kind] : [] };
  await database().mailChoice.create({ data: { memberId: who.id, ...choice } });
  await database().$queryRaw`
    SELECT tell(ARRAY[${who.id}::uuid], ${kind}, ${`queue held ${randomUUID()}`}, ${articleId}::uuid, ${commentId}::uuid, NULL, NULL, now())`;
  if (fate === "suspended" || fate === "banned") {
    const ban = fate === "banned" ? "ban" : "suspension";
    await database().sanction.create({ data: { memberId: who.id, kind: ban, reason: "x", decisionId: who.id } });
  }
  if (fate === "muted")
    await database().$executeRaw`
      INSERT INTO following (member_id, article_id, subject_id, state) VALUES (${who.id}::uuid, ${articleId}::uuid, ${articleId}::uuid, 'muted')`;
  if (fate === "read") await database().notice.updateMany({ where: { memberId: who.id }, data: { readAt: new Date() } });
}

async function befall(fate: Fate, places: Map<Fate, Place>): Promise<void> {
  const { articleId, commentId } = places.get(fate) as Place;
  const state = STATES[fate];
  const deed = { held: "hold", rejected: "reject", withdrawn: "withdraw" } as const;
  if (state) await database().comment.update({ where: { id: commentId }, data: { state, movedBy: deed[state] } });
  if (fate === "unpublished")
    await database().article.update({ where: { id: articleId }, data: { unpublishedAt: new Date() } });
}

describe.each(NOTICE_KINDS)("a notice of the kind %s", (kind) => {
  test.each(FATES)("is in the inbox, the badge and the mail as it may be: %s", (fate) => {
    for (const channel of CHANNELS) {
      const one = { kind, fate, channel };
      const there = isRead(one);
      expect(played.get(nameOf(one)), channel).toEqual({
        inbox: there ? [kind] : [],
        unread: there && fate !== "read" ? 1 : 0,
        mails: isMailedOf(one) ? 1 : 0,
      });
    }
  });
});
