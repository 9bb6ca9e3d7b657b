import type { Metadata } from "next";
import { BulkForm } from "@/components/moderation/bulk-form";
import { RefusedForm } from "@/components/moderation/refused-form";
import { MetaLine } from "@/components/ui/meta-line";
import { Selection } from "@/domain/moderation/queue/schema";
import { preview } from "@/domain/moderation/queue/selection";
import { currentRules } from "@/domain/moderation/rules/queries";
import { moderatorAt } from "@/app/moderation/moderator-at";
import type { SearchParams } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.decideInBulk, robots: { index: false } };

export default async function BulkPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await moderatorAt("/moderation");
  const asked = await searchParams;
  const selection = Selection.parse(asked);
  const [found, rules, kept] = await Promise.all([
    preview(selection, viewer),
    currentRules(),
    readFormFlash(asked.kept),
  ]);
  return (
    <>
      <MetaLine>
        <a href="/moderation">{t.moderation}</a>
      </MetaLine>
      <h1>{t.decideInBulk}</h1>
      {kept && <RefusedForm kept={kept} drawn={found.comments.length > 0} />}
      <BulkForm preview={found} selection={selection} rules={rules.rules} kept={kept} />
    </>
  );
}
