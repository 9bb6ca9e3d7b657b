import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportForm } from "@/components/moderation/report-form";
import { ProseHtml } from "@/components/ui/prose-html";
import { ReceiptNote } from "@/components/moderation/receipt-note";
import { reportableComment, receiptOf } from "@/domain/moderation/reports/queries";
import { currentRules } from "@/domain/moderation/rules/queries";
import { type SearchParams, single } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import { currentViewer } from "@/web/sessions/session";
import { idParam } from "@/web/pages/id-param";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.reportAComment, robots: { index: false } };

export default async function ReportPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const id = idParam((await params).id);
  const [asked, viewer, rules] = await Promise.all([searchParams, currentViewer(), currentRules()]);
  const receipt = await receiptOf(single(asked.receipt) ?? "");
  const comment = await reportableComment(id);
  if (!comment && receipt?.comment !== id) notFound();
  if (receipt?.comment === id) return <ReceiptNote receipt={receipt} />;
  if (!comment) notFound();
  return (
    <ReportForm
      about={{
        title: t.reportAComment,
        reports: `/api/v1/comments/${id}/reports`,
        page: `/comments/${id}/report`,
        by: comment.name,
      }}
      rules={rules.rules}
      signedIn={viewer !== null}
      kept={await readFormFlash(asked.kept)}
    >
      <ProseHtml html={comment.html} />
    </ReportForm>
  );
}
