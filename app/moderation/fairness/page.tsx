import type { Metadata } from "next";
import { siteModeratorAt } from "@/app/moderation/moderator-at";
import { FairnessTable } from "@/components/moderation/fairness-table";
import { MetaLine } from "@/components/ui/meta-line";
import { fairness } from "@/domain/moderation/transparency/fairness-queries";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.fairnessCheck, robots: { index: false } };

/** Whether one side of a question fares worse at this desk than the other. */
export default async function FairnessPage() {
  const viewer = await siteModeratorAt("/moderation/fairness");
  const { compared, rules } = await fairness(viewer);
  return (
    <div className="wide">
      <MetaLine>
        <a href="/moderation">{t.moderation}</a>
      </MetaLine>
      <h1>{t.fairnessCheck}</h1>
      <FairnessTable compared={compared} rules={rules} />
    </div>
  );
}
