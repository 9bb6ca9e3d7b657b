import { beforeAll, describe, expect, test } from "vitest";
import { mailNotices, MAILED_AFTER } from "./due";
import { MAILED, type MailChoice } from "./choice";
import { moveArticle } from "@/domain/articles/address";
import { isAboutComment, isOfDiscussion, NOTICE_KINDS, type NoticeKind } from "@/domain/inbox/notice";
import { inboxOf, unreadCount } from "@/domain/inbox/queries";
import { REFUSALS } from "@/domain/mail/mail";
import { eraseDue } from "@/domain/members/erase-due";
import { askErasure } from "@/domain/members/erasure";
import { database, transaction } from "@/platform/database";
import { aPlainArticle, aPlainComment } from "@/test/desk";
import { asOwner, voters, type Voter } from "@/test/voters";

/** What can be so before a cause, or become of its comment, discussion or reader before the mail. */
const BEFORE = [
  "discussion muted",
  "branch muted",
  "branch followed in a muted discussion",
  "author muted",
  "their own doing",
] as const;
const AFTER = [
  "as it was",
  "held",
  "removed",
  "withdrawn",
  "author erased with their texts",
  "author erased, texts kept",
  "unpublished",
  "moved",
  "read",
  "suspended",
  "banned",
  "muted since",
  "refusing mails",
] as const;
const FATES = [...AFTER, ...BEFORE];
type Fate = (typeof FATES)[number];
const CHANNELS = ["by mail", "inbox only", "all off"] as const;

const isBefore = (fate: Fate): boolean => BEFORE.some((one) => one === fate);
const CASES = NOTICE_KINDS.flatMap((kind) =>
  FATES.flatMap((fate) =>
    // Of what nobody is told there is no channel.
    CHANNELS.filter((channel) => channel === "by mail" || !isBefore(fate)).map((channel) => ({
      kind,
      fate,
      channel,
    })),
  ),
);
type Case = (typeof CASES)[number];

const STATES: Partial<Record<Fate, "held" | "rejected" | "withdrawn">> = {
  held: "held",
  removed: "rejected",
  withdrawn: "withdrawn",
};
const isTextGone = (fate: Fate): boolean => fate in STATES || fate === "author erased with their texts";

/** The rules in words, once more and apart from the functions and queries that have them. */
const isTold = ({ kind, fate }: Case): boolean => {
  if (fate === "their own doing") return false;
  if (fate === "discussion muted") return !isOfDiscussion(kind);
  if (fate === "branch muted" || fate === "author muted") return !isAboutComment(kind);
  return fate !== "branch followed in a muted discussion" || !isOfDiscussion(kind) || isAboutComment(kind);
};

const isRead = (one: Case): boolean =>
  isTold(one) &&
  !(isTextGone(one.fate) && (isAboutComment(one.kind) || one.kind === "honour")) &&
  !(one.fate === "unpublished" && isOfDiscussion(one.kind));

const isMailedOf = (one: Case): boolean =>
  isRead(one) &&
  one.channel === "by mail" &&
  one.fate !== "read" &&
  one.fate !== "refusing mails" &&
  !(one.fate === "muted since" && isOfDiscussion(one.kind)) &&
  !(one.fate === "banned" && one.kind !== "decision" && one.kind !== "appeal-outcome");

const played = new Map<string, { inbox: NoticeKind[]; unread: number; mails: number }>();
const nameOf = ({ kind, fate, channel }: Case) => `${kind} ${fate} ${channel}`;

type Played = { one: Case; who: Voter; place: Place };
type Place = { articleId: string; slug: string; commentId: string; author: Voter };

beforeAll(async () => {
  const people = await voters(CASES.length);
  const places = new Map(await Promise.all(FATES.map(async (fate) => [fate, await aPlace()] as const)));
  const all = CASES.map((one, nth) => ({
    one,
    who: people[nth] as Voter,
    place: places.get(one.fate) as Place,
  }));
  await prepare(all);
  // Everything is told twice.
  for (let twice = 0; twice < 2; twice++) await tellAll(all);
  await database().following.createMany({ data: said(all, "muted since", "articleId", "muted") });
  const readers = all.filter(({ one }) => one.fate === "read").map(({ who }) => who.id);
  await database().notice.updateMany({ where: { memberId: { in: readers } }, data: { readAt: new Date() } });
  for (const [fate, place] of places) await befall(fate, place);
  await database().$executeRaw`UPDATE notice SET at = at - make_interval(mins => ${MAILED_AFTER}::int)`;
  while ((await mailNotices()) > 0);
  const mails = await database().mail.groupBy({ by: ["memberId"], where: { kind: "notices" }, _count: true });
  const mailsTo = new Map(mails.map(({ memberId, _count }) => [memberId, _count]));
  for (const { one, who } of all) {
    const [{ items }, unread] = await Promise.all([inboxOf({}, who), unreadCount(who)]);
    played.set(nameOf(one), {
      inbox: items.map(({ kind }) => kind),
      unread,
      mails: mailsTo.get(who.id) ?? 0,
    });
  }
}, 60_000);

async function aPlace(): Promise<Place> {
  const [author] = await voters(1);
  const article = await aPlainArticle();
  const comment = await aPlainComment(article, author as Voter, { text: "What was said." });
  return { articleId: article.id, slug: article.slug, commentId: comment.id, author: author as Voter };
}

/** Who chose what, and what each said before anything happened. */
async function prepare(all: readonly Played[]): Promise<void> {
  const db = database();
  const ids = all.map(({ who }) => who.id);
  await db.$executeRaw`UPDATE member SET email = handle || '@example.org' WHERE id = ANY (${ids}::uuid[])`;
  await db.mailChoice.createMany({
    data: all.map(({ one, who }) => ({ memberId: who.id, ...choiceFor(one) })),
  });
  const those = (fate: Fate) => all.filter(({ one }) => one.fate === fate);
  await db.sanction.createMany({
    data: [
      ...those("suspended").map(({ who }) => ({
        memberId: who.id,
        kind: "suspension" as const,
        reason: "x",
        decisionId: who.id,
      })),
      ...those("banned").map(({ who }) => ({
        memberId: who.id,
        kind: "ban" as const,
        reason: "x",
        decisionId: who.id,
      })),
    ],
  });
  await db.member.updateMany({
    where: { id: { in: those("refusing mails").map(({ who }) => who.id) } },
    data: { mailRefusals: REFUSALS },
  });
  await db.memberMute.createMany({
    data: those("author muted").map(({ who, place }) => ({ memberId: who.id, mutedId: place.author.id })),
  });
  await db.following.createMany({
    data: [
      ...said(all, "discussion muted", "articleId", "muted"),
      ...said(all, "branch muted", "articleId", "followed"),
      ...said(all, "branch muted", "commentId", "muted"),
      ...said(all, "branch followed in a muted discussion", "articleId", "muted"),
      ...said(all, "branch followed in a muted discussion", "commentId", "followed"),
    ],
  });
}

const said = (
  all: readonly Played[],
  fate: Fate,
  of: "articleId" | "commentId",
  state: "followed" | "muted",
) =>
  all
    .filter(({ one }) => one.fate === fate)
    .map(({ who, place }) => ({ memberId: who.id, articleId: place.articleId, subjectId: place[of], state }));

function choiceFor({ kind, channel }: Case): Partial<MailChoice> {
  const usual = MAILED.some((one) => one === kind);
  if (channel === "all off") return { none: true };
  return channel === "by mail" ? { wanted: usual ? [] : [kind] } : { unwanted: usual ? [kind] : [] };
}

async function tellAll(all: readonly Played[]): Promise<void> {
  const told = all.map(({ one, who, place }) => ({
    who: who.id,
    kind: one.kind,
    cause: `queue held ${who.id}`,
    article: place.articleId,
    comment: place.commentId,
    doer: one.fate === "their own doing" ? who.id : place.author.id,
  }));
  await database().$queryRaw`
    SELECT tell(ARRAY[who], kind, cause, article, comment, NULL, doer, now())
    FROM json_to_recordset(${JSON.stringify(told)}::json) AS told (who uuid, kind text, cause text, article uuid, comment uuid, doer uuid)`;
}

async function befall(fate: Fate, { articleId, slug, commentId, author }: Place): Promise<void> {
  const state = STATES[fate];
  const deed = { held: "hold", rejected: "reject", withdrawn: "withdraw" } as const;
  if (state)
    await database().comment.update({ where: { id: commentId }, data: { state, movedBy: deed[state] } });
  if (fate === "unpublished")
    await database().article.update({ where: { id: articleId }, data: { unpublishedAt: new Date() } });
  if (fate === "moved") await transaction((tx) => moveArticle(tx, { id: articleId, slug }, `${slug}-moved`));
  if (fate === "author erased with their texts") await erase(author, "go");
  if (fate === "author erased, texts kept") await erase(author, "stay");
}

async function erase(author: Voter, texts: "go" | "stay"): Promise<void> {
  await askErasure({ texts, sure: true }, author);
  await asOwner("UPDATE erasure SET due_at = now() WHERE member_id = $1", [author.id]);
  await eraseDue();
}

describe.each(NOTICE_KINDS)("a notice of the kind %s", (kind) => {
  test.each(FATES)("is once in the inbox, the badge and the mail, where it may be: %s", (fate) => {
    for (const one of CASES.filter((its) => its.kind === kind && its.fate === fate)) {
      const there = isRead(one);
      expect(played.get(nameOf(one)), one.channel).toEqual({
        inbox: there ? [kind] : [],
        unread: there && fate !== "read" ? 1 : 0,
        mails: isMailedOf(one) ? 1 : 0,
      });
    }
  });
});
