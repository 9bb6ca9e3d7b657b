import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Crumb } from "@/components/comments/crumb";
import { FollowingForm } from "@/components/following/following-form";
import { MuteForm } from "@/components/following/mute-form";
import { Notice } from "@/components/ui/notice";
import { ProseHtml } from "@/components/ui/prose-html";
import sections from "@/components/ui/section.module.css";
import { commentAsFollowed } from "@/domain/following/comment-as-followed";
import { branchFollowingPath, mutePath } from "@/domain/following/following";
import { followingIn } from "@/domain/following/here";
import { idParam } from "@/web/pages/id-param";
import { readFormFlash } from "@/web/pages/kept-form";
import { orNotFound } from "@/web/pages/or-not-found";
import { type SearchParams, signInPath } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/following";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export const metadata: Metadata = { title: t.followOrMuteThis, robots: { index: false } };

/** Drawn for its reader: what they said of this comment and its answers, of the discussion, and of its author. */
export default async function BranchFollowingPage({ params, searchParams }: Props) {
  const id = idParam((await params).id);
  const [viewer, asked] = await Promise.all([currentViewer(), searchParams]);
  if (!viewer) redirect(signInPath(branchFollowingPath(id)));
  const comment = await orNotFound(commentAsFollowed(id, viewer));
  const [here, kept] = await Promise.all([
    followingIn(comment.article.id, viewer),
    readFormFlash(asked.kept),
  ]);
  const { author, article } = comment;
  return (
    <>
      <Crumb href={`/comments/${id}`} label={t.toTheComment} />
      <h1>{t.followOrMuteThis}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {comment.html !== "" && <ProseHtml html={comment.html} />}
      <section className={sections.section}>
        <h2>{t.thisThread}</h2>
        <p>{STANDING[here.branches[id] ?? "neither"]}</p>
        <FollowingForm
          path={`/comments/${id}/following`}
          state={here.branches[id] ?? null}
          about={t.thisThread}
        />
      </section>
      <section className={sections.section}>
        <h2>{t.theWholeDiscussion}</h2>
        <p dir="auto">{article.title}</p>
        <FollowingForm
          path={`/articles/${article.slug}/following`}
          state={here.discussion}
          back={branchFollowingPath(id)}
          about={t.theWholeDiscussion}
        />
      </section>
      {author && author.handle !== viewer.handle && (
        <section className={sections.section}>
          <h2>{say(t.muteWhom, { name: author.name })}</h2>
          <p>{rich(t.whatMutingDoes, { link: (words) => <a href={mutePath(author.handle)}>{words}</a> })}</p>
          <MuteForm
            handle={author.handle}
            muted={here.muted.includes(author.handle)}
            back={branchFollowingPath(id)}
            about={author.name}
          />
        </section>
      )}
    </>
  );
}

const STANDING = {
  followed: t.youFollowThisThread,
  muted: t.youMutedThisThread,
  neither: t.whatYouSaidOfTheDiscussion,
};
