import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siteModeratorAt } from "@/app/moderation/moderator-at";
import { UndoCheckForm } from "@/components/moderation/undo-check-form";
import { MetaLine } from "@/components/ui/meta-line";
import { previewUndoing } from "@/domain/moderation/checks/undoing/queries";
import { Deeds } from "@/domain/moderation/checks/undoing/schema";
import { type SearchParams, single } from "@/web/pages/search-params";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.undoWhatACheckDid, robots: { index: false } };

/** What a check did, and what undoing it would do, before it is done. */
export default async function UndoCheckPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await siteModeratorAt("/moderation/settings");
  const asked = await searchParams;
  const check = single(asked.check);
  if (check === undefined) notFound();
  const wish = Deeds.catch({}).parse({ reason: single(asked.reason), days: single(asked.days) });
  const preview = await previewUndoing(check, wish, viewer);
  return (
    <>
      <MetaLine>
        <a href="/moderation/settings">{t.howTheSiteModerates}</a>
      </MetaLine>
      <h1>{say(t.undoTitle, { title: preview.title })}</h1>
      <UndoCheckForm check={check} wish={wish} preview={preview} />
    </>
  );
}
