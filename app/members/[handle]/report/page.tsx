import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReceiptNote } from "@/components/moderation/receipt-note";
import { ReportForm } from "@/components/moderation/report-form";
import { memberByHandle } from "@/domain/members/queries";
import { receiptOf } from "@/domain/moderation/reports/queries";
import { currentRules } from "@/domain/moderation/rules/queries";
import { readFormFlash } from "@/web/pages/kept-form";
import { type SearchParams, single } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.reportANameOrBio, robots: { index: false } };

type Props = { params: Promise<{ handle: string }>; searchParams: SearchParams };

export default async function ReportProfilePage({ params, searchParams }: Props) {
  const { handle } = await params;
  const [asked, viewer, rules, member] = await Promise.all([
    searchParams,
    currentViewer(),
    currentRules(),
    memberByHandle(handle),
  ]);
  if (!member) notFound();
  const receipt = await receiptOf(single(asked.receipt) ?? "");
  if (receipt?.member === handle) return <ReceiptNote receipt={receipt} />;
  return (
    <ReportForm
      about={{
        title: t.reportANameOrBio,
        reports: `/api/v1/members/${handle}/reports`,
        page: `/members/${handle}/report`,
      }}
      rules={rules.rules}
      signedIn={viewer !== null}
      kept={await readFormFlash(asked.kept)}
    >
      <p dir="auto">
        <strong>{member.name}</strong>
      </p>
      {member.bio !== "" && <p dir="auto">{member.bio}</p>}
    </ReportForm>
  );
}
