import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import { actionOf, DONE } from "@/domain/moderation/decisions/decision";
import { bulkOf } from "@/domain/moderation/queue/selection";
import { moderatorAt } from "@/app/moderation/moderator-at";

export const metadata: Metadata = { title: "Decided together", robots: { index: false } };

export default async function DecidedTogetherPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await moderatorAt("/moderation");
  const found = await bulkOf(id, viewer);
  if (!found) notFound();
  const action = actionOf(found.action);
  return (
    <>
      <MetaLine>
        <a href="/moderation">Moderation</a>
      </MetaLine>
      <h1>Decided together</h1>
      <p>
        {found.decided === 1 ? "One comment" : `${found.decided} comments`} {DONE[action]},{" "}
        <Time at={found.at} exact />.
      </p>
      <form method="post" action={`/api/v1/moderation/decisions/bulk/${id}`}>
        <input type="hidden" name="_method" value="DELETE" />
        <Button>Take all of it back</Button>
      </form>
    </>
  );
}
