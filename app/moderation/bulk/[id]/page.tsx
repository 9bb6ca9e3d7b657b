import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import { actionOf, DONE } from "@/domain/moderation/decisions/decision";
import { bulkOf } from "@/domain/moderation/queue/selection";
import { idParam } from "@/web/pages/id-param";
import { moderatorAt } from "@/app/moderation/moderator-at";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.bulkDecision, robots: { index: false } };

export default async function BulkDecisionPage({ params }: { params: Promise<{ id: string }> }) {
  const id = idParam((await params).id);
  const viewer = await moderatorAt("/moderation");
  const found = await bulkOf(id, viewer);
  if (!found) notFound();
  const action = actionOf(found.action);
  return (
    <>
      <MetaLine>
        <a href="/moderation">{t.moderation}</a>
      </MetaLine>
      <h1>{t.bulkDecision}</h1>
      <p>
        {say(t.decidedComments, { decided: found.decided })} {DONE[action]}, <Time at={found.at} exact />.
      </p>
      <form method="post" action={`/api/v1/moderation/decisions/bulk/${id}`}>
        <input type="hidden" name="_method" value="DELETE" />
        <Button>{t.takeAllOfItBack}</Button>
      </form>
    </>
  );
}
