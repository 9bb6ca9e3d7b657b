import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Crumb } from "@/components/comments/crumb";
import { commentPath, decidedPath, moderatePath, pinnedPath } from "@/components/comments/paths";
import { CommentContext } from "@/components/moderation/comment-context";
import { DecideForm } from "@/components/moderation/decide-form";
import { LockForm } from "@/components/moderation/lock-form";
import { PinForm, type PinnedSide } from "@/components/moderation/pin-form";
import { decided } from "@/components/moderation/sentences";
import sections from "@/components/ui/section.module.css";
import { Notice } from "@/components/ui/notice";
import { articleBySlug } from "@/domain/articles/queries";
import type { CommentView } from "@/domain/comments/comment";
import { getComment } from "@/domain/comments/get-comment";
import type { Member } from "@/domain/members/member";
import { mayModerate } from "@/domain/moderation/decisions/policy";
import { deskItem } from "@/domain/moderation/queue/one-item";
import { currentRules } from "@/domain/moderation/rules/queries";
import { pinnedFor } from "@/domain/polls/administration/queries";
import { pollFor } from "@/domain/polls/queries";
import { idParam } from "@/web/pages/id-param";
import { readFormFlash } from "@/web/pages/kept-form";
import { orNotFound } from "@/web/pages/or-not-found";
import { signInPath } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.moderateThisComment, robots: { index: false } };

/** What a moderator does to a comment from where it stands: each form leads back to the comment. */
export default async function ModeratePage({ params, searchParams }: PageProps<"/comments/[id]/moderate">) {
  const id = idParam((await params).id);
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(moderatePath(id)));
  const comment = await orNotFound(getComment(id, viewer));
  return (
    <>
      <Crumb href={commentPath(id)} label={t.backToTheComment} />
      <h1>{t.moderateThisComment}</h1>
      {mayModerate(viewer) && comment.mine?.can.moderate ? (
        <Forms comment={comment} viewer={viewer} kept={await readFormFlash((await searchParams).kept)} />
      ) : (
        <p>{t.onlyItsModeratorsDecide}</p>
      )}
    </>
  );
}

type Props = { comment: CommentView; viewer: Member; kept: Awaited<ReturnType<typeof readFormFlash>> };

async function Forms({ comment: { id, ...view }, viewer, kept }: Props) {
  const [item, { rules }, pin] = await Promise.all([
    orNotFound(deskItem(id, viewer)),
    currentRules(),
    pinOf({ id, ...view }, viewer),
  ]);
  const { comment, author, last, can } = item;
  if (!comment) return null;
  const way = { back: decidedPath(id), refused: moderatePath(id) };
  return (
    <>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <CommentContext comment={comment} name={author?.name ?? t.somebodyWhoHasLeft} />
      {last && <p>{decided(last, viewer.handle, rules)}</p>}
      {can.decide ? (
        <DecideForm item={item} comment={comment} rules={rules} way={way} kept={kept} />
      ) : (
        <p>{t.somebodyElseDecides}</p>
      )}
      <section className={sections.section}>
        <h2>{comment.locked ? t.openTheThread : t.closeTheThread}</h2>
        <LockForm comment={comment} rules={rules} way={way} kept={kept} />
      </section>
      {pin && (
        <section className={sections.section}>
          <h2>{t.theBestCase}</h2>
          <PinForm comment={id} at={pin.at} pinned={pin.pinned} way={{ ...way, back: pinnedPath(id) }} />
        </section>
      )}
      <p>
        <a href={`/moderation/comments/${id}`}>{t.openInModeration}</a>
      </p>
    </>
  );
}

/** The side it can be pinned for, and whether it is; null where it shows none, or not to this viewer. */
async function pinOf(
  { id, articleSlug, mine }: CommentView,
  viewer: Member,
): Promise<{ at: PinnedSide; pinned: boolean } | null> {
  if (!mine?.can.pin) return null;
  const article = await articleBySlug(articleSlug);
  const poll = article && (await pollFor(article, viewer));
  const option = poll?.poll.options.find(({ key, side }) => side && key === mine.stance?.option);
  if (!option) return null;
  return {
    at: { slug: articleSlug, side: option.key, label: option.label },
    pinned: (await pinnedFor(id)) === option.key,
  };
}
