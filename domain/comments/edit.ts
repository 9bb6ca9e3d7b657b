import "server-only";

import { PUBLISHED } from "@/domain/articles/published";
import type { CommentState, CommentView } from "./comment";
import { EDIT_MINUTES } from "./comment";
import { mayEdit, whyCannotWrite } from "./policy";
import type { EditComment } from "./schema";
import { statesAfter } from "./moves";
import { tellOfComment } from "./notify-mentions";
import { getComment } from "./get-comment";
import { wakeListeners } from "@/domain/events/record";
import type { Member } from "@/domain/members/member";
import { refuseIfSanctioned } from "@/domain/members/good-standing";
import type { Finding } from "@/domain/moderation/checks/check";
import { review } from "@/domain/moderation/review";
import { renderComment } from "@/domain/prose/comment";
import { database, Prisma, query } from "@/platform/database";
import { authorize, Conflict, NotFound } from "@/platform/refusal";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

type Editable = {
  article_id: string;
  moderation: "post" | "pre";
  slow_seconds: number;
  parent_id: string | null;
  author_id: string | null;
  state: CommentState;
  revision: number;
  source: string;
  posted_at: Date;
  now: Date;
};

/**
 * Changes one's own text within the edit window of the database's clock. Every text it ever had is kept, and can be read. A
 * text that was approved is looked at again, as changed.
 * @throws Conflict with the present text where it was changed since `revision`; NotAllowed, NotFound
 */
export async function edit(id: string, { body, revision }: EditComment, actor: Member): Promise<CommentView> {
  const comment = await editable(id);
  authorize(mayEdit(actor, written(comment), comment.now), actor, whyNot(comment, actor));
  if (comment.revision !== revision) throw changedSince(comment);
  if (comment.source !== body) await change(id, comment, body, actor);
  return getComment(id, actor);
}

async function editable(id: string): Promise<Editable> {
  const [found] = await database().$queryRaw<Editable[]>`
    SELECT c.article_id, a.moderation::text AS moderation, a.slow_seconds, c.parent_id, c.author_id, c.state::text AS state,
      c.revision, c.source, c.posted_at, now() AS now
    FROM comment c JOIN article a ON a.id = c.article_id AND ${PUBLISHED} WHERE c.id = ${id}::uuid`;
  if (!found) throw new NotFound(t.noSuchComment);
  return found;
}

const written = ({ author_id, state, posted_at }: Editable) => ({
  authorId: author_id,
  state,
  postedAt: posted_at,
});

function whyNot(comment: Editable, actor: Member): string {
  if (comment.author_id !== actor.id) return t.onlyItsAuthorCanEdit;
  if (comment.state === "withdrawn") return t.withdrawnNotEdited;
  if (comment.state === "rejected") return t.removedNotEdited;
  return whyCannotWrite(actor) ?? say(t.aCommentCanBeEdited, { editMinutes: EDIT_MINUTES });
}

/** Its author asked, so they may have the present text. */
const changedSince = ({ source, revision }: Editable) =>
  new Conflict(t.thisCommentWasChangedElsewhere, {
    source,
    revision,
  });

async function change(id: string, comment: Editable, body: string, actor: Member): Promise<void> {
  const { state, findings } = await review(database(), {
    article: { id: comment.article_id, moderation: comment.moderation, slowSeconds: comment.slow_seconds },
    author: actor,
    parent: comment.parent_id === null ? null : { id: comment.parent_id },
    text: body,
    editing: id,
  });
  // What waited goes on waiting: only a moderator lets it through.
  const becomes = statesAfter("edit", comment.state).includes(state) ? state : "held";
  if (!(await refuseIfSanctioned(write(id, comment, { body, becomes, findings }))))
    throw changedSince(await editable(id));
  wakeListeners();
}

type Change = { body: string; becomes: "visible" | "held"; findings: Finding[] };

/** One statement; false where somebody was faster. */
async function write(
  id: string,
  { revision, state }: Editable,
  { body, becomes, findings }: Change,
): Promise<boolean> {
  const rows = await query<{ id: string }>(Prisma.sql`
    WITH c AS (
      UPDATE comment SET source = ${body}, html = ${renderComment(body)}, revision = revision + 1, edited_at = now(),
        state = ${becomes}::comment_state, moved_by = 'edit'
      WHERE id = ${id}::uuid AND revision = ${revision}::int AND state = ${state}::comment_state
        AND posted_at >= now() - make_interval(mins => ${EDIT_MINUTES}::int)
      RETURNING *
    ), kept AS (
      INSERT INTO comment_revision (comment_id, number, source, html, at, shown)
      SELECT id, revision, source, html, edited_at, state = 'visible' FROM c
    ), kept_findings AS (
      INSERT INTO finding (comment_id, revision, rule, effect, reason)
      SELECT c.id, c.revision, f.rule, f.effect, f.reason
      FROM c, jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) AS f(rule text, effect text, reason text)
    ), happened AS (
      INSERT INTO event (kind, article_id, subject_id, parent_id)
      SELECT CASE state WHEN 'held' THEN 'comment.removed' ELSE 'comment.edited' END, article_id, id, parent_id
      FROM c WHERE listed
    )
    SELECT id, CASE state WHEN 'visible' THEN ${tellOfComment(body)} ELSE 0 END AS told FROM c`);
  return rows.length > 0;
}
