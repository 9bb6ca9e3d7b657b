import type { Metadata } from "next";
import { commentPath } from "@/components/comments/paths";
import { Crumb } from "@/components/comments/crumb";
import { HistoryList } from "@/components/comments/history-list";
import { history } from "@/domain/comments/history";
import { idParam } from "@/web/pages/id-param";
import { orNotFound } from "@/web/pages/or-not-found";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.historyOfAComment, robots: { index: false } };

/** Every text a comment had. What is gone has no history here. */
export default async function HistoryPage({ params }: PageProps<"/comments/[id]/history">) {
  const id = idParam((await params).id);
  const steps = await orNotFound(history(id, await currentViewer()));
  return (
    <>
      <Crumb href={commentPath(id)} label={t.backToTheComment} />
      <h1>{t.history}</h1>
      <HistoryList steps={steps} />
    </>
  );
}
