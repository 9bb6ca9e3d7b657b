import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { moderatorAt } from "@/app/moderation/moderator-at";
import { ArticleModerators } from "@/components/moderation/article-moderators";
import { SteerForm } from "@/components/moderation/steer-form";
import { Notice } from "@/components/ui/notice";
import { Saved } from "@/components/ui/saved";
import { MetaLine } from "@/components/ui/meta-line";
import { mayAppoint } from "@/domain/moderation/moderators/policy";
import { moderatorsOf } from "@/domain/moderation/moderators/queries";
import { discussionOf } from "@/domain/moderation/decisions/statements";
import { currentRules } from "@/domain/moderation/rules/queries";
import { isRefusal } from "@/platform/refusal";
import { single, type SearchParams } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.steerADiscussion, robots: { index: false } };

export default async function SteerPage({
  params,
  searchParams,
}: {
  params: Promise<{ slug: string }>;
  searchParams: SearchParams;
}) {
  const { slug } = await params;
  const viewer = await moderatorAt(`/moderation/articles/${slug}`);
  const [discussion, rules, kept] = await Promise.all([
    discussionOf(slug, viewer).catch(notThere),
    currentRules(),
    searchParams.then(({ kept }) => readFormFlash(kept)),
  ]);
  if (!discussion) notFound();
  const moderators = await moderatorsOf(discussion, viewer);
  const said = kept ? undefined : single((await searchParams).said);
  return (
    <>
      <MetaLine>
        <a href="/moderation/articles">{t.discussions}</a>
      </MetaLine>
      <h1>{t.steerTheDiscussion}</h1>
      <p>
        <a href={`/articles/${slug}`}>{discussion.title}</a>
      </p>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <Saved part="settings" said={said} />
      <SteerForm slug={slug} discussion={discussion} rules={rules.rules} kept={kept} />
      <ArticleModerators
        slug={slug}
        moderators={moderators}
        may={mayAppoint(viewer)}
        kept={kept}
        said={said}
      />
    </>
  );
}

/** Somebody else's discussion is not there. */
function notThere(problem: unknown): never {
  if (isRefusal(problem)) notFound();
  throw problem;
}
