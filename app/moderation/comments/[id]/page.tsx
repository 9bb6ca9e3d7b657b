import type { Metadata } from "next";
import { Desk } from "@/components/moderation/desk";
import { PreviousDecision } from "@/components/moderation/previous-decision";
import { RefusedForm } from "@/components/moderation/refused-form";
import { MetaLine } from "@/components/ui/meta-line";
import { ownLastDecision } from "@/domain/moderation/decisions/queries";
import { deskItem } from "@/domain/moderation/queue/one-item";
import { currentRules } from "@/domain/moderation/rules/queries";
import { moderatorAt } from "@/app/moderation/moderator-at";
import { idParam } from "@/web/pages/id-param";
import { readFormFlash } from "@/web/pages/kept-form";
import { orNotFound } from "@/web/pages/or-not-found";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.aCommentInModeration, robots: { index: false } };

/** One comment with everything to decide about it: where a moderator gets from the comment itself. */
export default async function DeskCommentPage({
  params,
  searchParams,
}: PageProps<"/moderation/comments/[id]">) {
  const id = idParam((await params).id);
  const here = `/moderation/comments/${id}`;
  // The desk adds to the query of the address it is given.
  const back = `${here}?`;
  const viewer = await moderatorAt(here);
  const [item, rules, last, kept] = await Promise.all([
    orNotFound(deskItem(id, viewer)),
    currentRules(),
    ownLastDecision(viewer),
    readFormFlash((await searchParams).kept),
  ]);
  return (
    <div className="wide">
      <MetaLine>
        <a href="/moderation">{t.moderation}</a>
        <a href={`/comments/${id}`}>{t.theCommentInItsDiscussion}</a>
      </MetaLine>
      <h1>{t.aCommentInModeration}</h1>
      {kept && <RefusedForm kept={kept} drawn />}
      {last && <PreviousDecision last={last} rules={rules.rules} back={back} />}
      <Desk
        page={{ items: [item], next: null }}
        rules={rules.rules}
        me={{ handle: viewer.handle, name: viewer.name }}
        back={back}
        kept={kept && { ...kept, item: id }}
        more={null}
        together={null}
      />
    </div>
  );
}
