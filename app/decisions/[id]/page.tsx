import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Statement } from "@/components/moderation/statement";
import { decisionsBehind } from "@/domain/moderation/decisions/about-me";
import { statementOf } from "@/domain/moderation/decisions/statements";
import { isRefusal } from "@/platform/refusal";
import { type SearchParams, signInPath } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import { currentViewer, currentBannedMember } from "@/web/sessions/session";
import { idParam } from "@/web/pages/id-param";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.aDecisionAboutYou, robots: { index: false } };

export default async function DecisionPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const id = idParam((await params).id);
  const viewer = (await currentViewer()) ?? (await currentBannedMember());
  if (!viewer) redirect(signInPath(`/decisions/${id}`));
  const [decision, behind, kept] = await Promise.all([
    statementOf(id, viewer).catch(notThere),
    decisionsBehind(id, viewer),
    searchParams.then((asked) => readFormFlash(asked.kept)),
  ]);
  return <Statement decision={decision} behind={behind} kept={kept} />;
}

function notThere(problem: unknown): never {
  if (isRefusal(problem)) notFound();
  throw problem;
}
