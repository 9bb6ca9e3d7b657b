import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { moderatorAt } from "@/app/moderation/moderator-at";
import { SteerForm } from "@/components/moderation/steer-form";
import { Notice } from "@/components/ui/notice";
import { discussionOf } from "@/domain/moderation/decisions/statements";
import { currentRules } from "@/domain/moderation/rules/queries";
import type { Asked } from "@/web/asked";
import { keptForm } from "@/web/kept-form";

export const metadata: Metadata = { title: "Steer a discussion", robots: { index: false } };

export default async function SteerPage({
  params,
  searchParams,
}: {
  params: Promise<{ slug: string }>;
  searchParams: Asked;
}) {
  const { slug } = await params;
  const viewer = await moderatorAt(`/moderation/articles/${slug}`);
  const [discussion, rules, kept] = await Promise.all([
    discussionOf(slug, viewer),
    currentRules(),
    searchParams.then(({ kept }) => keptForm(kept)),
  ]);
  if (!discussion) notFound();
  return (
    <>
      <p>
        <a href={`/articles/${slug}`}>{discussion.title}</a>
      </p>
      <h1>Steer the discussion</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <SteerForm slug={slug} discussion={discussion} rules={rules.rules} kept={kept} />
    </>
  );
}
