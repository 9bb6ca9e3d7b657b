import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TransparencyFigures } from "@/components/moderation/transparency-figures";
import { currentRules } from "@/domain/moderation/rules/queries";
import { transparencyReport } from "@/domain/moderation/transparency/queries";
import { momentsOf, Period } from "@/domain/moderation/transparency/schema";
import { isRefusal } from "@/platform/refusal";
import { type SearchParams, single } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.transparencyReport, robots: { index: false } };

export default async function ReportPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, asked, rules] = await Promise.all([currentViewer(), searchParams, currentRules()]);
  const period = Period.catch({}).parse({ from: single(asked.from), to: single(asked.to) });
  const report = await transparencyReport(momentsOf(period, new Date()), viewer).catch(notThere);
  return (
    <>
      <h1>{t.transparencyReport}</h1>
      <TransparencyFigures report={report} rules={rules.rules} />
    </>
  );
}

function notThere(problem: unknown): never {
  if (isRefusal(problem)) notFound();
  throw problem;
}
