import "server-only";

import type { Member } from "@/domain/members/member";
import {
  mayAnswer,
  mayDecideOn,
  mayModerateEverywhere,
  maySanction,
} from "@/domain/moderation/decisions/policy";
import { lastDecisions } from "@/domain/moderation/decisions/queries";
import { appealsOf } from "./appeals";
import { memberCards } from "./member-cards";
import { presentPassage } from "@/domain/passages/passage";
import { QUEUES, type Claim, type DeskComment, type DeskItem, type DeskReport } from "./queue";
import { checkTitle } from "@/domain/moderation/checks/checks";
import { KeptNotice } from "@/domain/moderation/reports/schema";
import { fromStore } from "@/domain/prose/safe-html";
import { database } from "@/platform/database";

export type QueueRow = {
  queue: string;
  subject_id: string;
  comment_id: string;
  since: Date;
  claimed_by: string | null;
  claimed_until: Date | null;
  claimed_name: string | null;
};

/** Everything a moderator needs to decide about these, in a fixed number of queries however many they are. */
export async function describeItems(rows: QueueRow[], viewer: Member): Promise<DeskItem[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ comment_id }) => comment_id);
  const appeals = await appealsOf(
    rows.filter(({ queue }) => queue === "appeals").map(({ subject_id }) => subject_id),
  );
  const comments = new Map((await commentsOf(ids)).map((comment) => [comment.id, comment]));
  const people = [...comments.values()].flatMap(({ authorId }) => authorId ?? []);
  const cards = await memberCards(
    [...people, ...[...appeals.values()].map(({ memberId }) => memberId)],
    viewer,
  );
  const last = await lastDecisions(database(), ids);
  return rows.map((row) => {
    const comment = comments.get(row.comment_id) ?? null;
    const appeal = appeals.get(row.subject_id) ?? null;
    const decide =
      comment !== null && mayDecideOn(viewer, cards.get(comment.authorId ?? "") ?? null, comment.articleId);
    const author = cards.get(appeal?.memberId ?? comment?.authorId ?? "") ?? null;
    return {
      id: row.subject_id,
      queue: QUEUES.find((queue) => queue === row.queue) ?? "new",
      since: row.since.toISOString(),
      claim: isAbout(viewer, appeal?.memberId ?? comment?.authorId) ? null : claimOf(row, viewer),
      comment: comment && deskComment(comment),
      author,
      // Who may not judge it does not learn who reported it, or what they said.
      reports: decide ? comment.reports.map((report) => deskReport(report, viewer)) : [],
      findings:
        comment?.findings.map(({ rule, reason, effect, revision }) => ({
          rule,
          title: checkTitle(rule),
          reason,
          effect,
          revision,
        })) ?? [],
      last: last.get(row.comment_id) ?? null,
      appeal: appeal && { id: appeal.id, words: appeal.words, at: appeal.at, decision: appeal.decision },
      can: {
        decide,
        sanction: author !== null && maySanction(viewer, author),
        answer: appeal !== null && mayAnswer(viewer, appeal),
        meet: mayModerateEverywhere(viewer),
      },
    };
  });
}

/** Who is looking at one's own words, and who reported them, is for the others. */
export const isAbout = (viewer: Member, person: string | null | undefined): boolean => viewer.id === person;

/** A claim by somebody who is still looking. */
export function claimOf(
  {
    claimed_by,
    claimed_until,
    claimed_name,
  }: Pick<QueueRow, "claimed_by" | "claimed_until" | "claimed_name">,
  viewer: Member,
): Claim | null {
  if (claimed_by === null || claimed_until === null || claimed_name === null) return null;
  return { by: claimed_name, mine: claimed_by === viewer.id, until: claimed_until.toISOString() };
}

/** Without stance and reactions: they are not even read. */
const commentsOf = (ids: string[]) =>
  database().comment.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      authorId: true,
      articleId: true,
      html: true,
      source: true,
      state: true,
      revision: true,
      postedAt: true,
      editedAt: true,
      locked: true,
      depth: true,
      replyCount: true,
      article: {
        select: { slug: true, revisions: { select: { title: true }, orderBy: { number: "desc" }, take: 1 } },
      },
      parent: { select: { id: true, html: true, state: true, author: { select: { name: true } } } },
      passage: { select: { exact: true, prefix: true, suffix: true, revision: true, block: true } },
      revisions: { select: { number: true, source: true, at: true }, orderBy: { number: "desc" }, take: 10 },
      reports: {
        where: { state: "open" },
        orderBy: { id: "asc" },
        take: 20,
        include: { reporter: { select: { name: true } } },
      },
      findings: { where: { undoneAt: null }, orderBy: { id: "asc" }, take: 20 },
    },
  });

type Row = Awaited<ReturnType<typeof commentsOf>>[number];

const deskComment = (row: Row): DeskComment => ({
  id: row.id,
  articleSlug: row.article.slug,
  articleTitle: row.article.revisions[0]?.title ?? row.article.slug,
  html: fromStore(row.html),
  source: row.source,
  state: row.state,
  revision: row.revision,
  postedAt: row.postedAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  locked: row.locked,
  depth: row.depth,
  replyCount: row.replyCount,
  parent: row.parent && {
    id: row.parent.id,
    name: row.parent.author?.name ?? null,
    html: fromStore(row.parent.html),
    state: row.parent.state,
  },
  passage: row.passage && presentPassage(row.passage),
  history: row.revisions
    .filter(({ number }) => number < row.revision)
    .map(({ number, source, at }) => ({ revision: number, source, at: at.toISOString() })),
});

/** Names and addresses given with a notice under the law are for the site's moderators. */
const deskReport = (
  { id, reason, detail, at, revision, reporter, notice }: Row["reports"][number],
  viewer: Member,
): DeskReport => ({
  id,
  reason,
  detail,
  at: at.toISOString(),
  // A report of a comment has one (the constraint `about_one_thing`).
  revision: revision ?? 1,
  by: reporter?.name ?? null,
  notice: noticeFor(KeptNotice.nullable().catch(null).parse(notice), viewer),
});

const noticeFor = (notice: DeskReport["notice"], viewer: Member): DeskReport["notice"] =>
  notice && (mayModerateEverywhere(viewer) ? notice : { ...notice, name: "", email: "" });
