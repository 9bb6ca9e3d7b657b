import type { Metadata } from "next";
import { whoMay } from "@/app/moderation/moderator-at";
import { InvitationForm, InvitationList, JoiningForm } from "@/components/members/joining-forms";
import { MetaLine } from "@/components/ui/meta-line";
import { Notice } from "@/components/ui/notice";
import sections from "@/components/ui/section.module.css";
import { invitationsFor } from "@/domain/members/joining/invitations";
import { addressesAreProven, currentJoining } from "@/domain/members/joining/queries";
import { mayInvite } from "@/domain/members/policy";
import { type SearchParams, single } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import * as t from "#messages/joining";
import * as pages from "#messages/pages";

export const metadata: Metadata = { title: t.whoMayJoin, robots: { index: false } };

export default async function JoiningPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, asked] = await Promise.all([whoMay(mayInvite, "/moderation/joining"), searchParams]);
  const [joining, invitations, kept] = await Promise.all([
    currentJoining(),
    invitationsFor(viewer),
    readFormFlash(asked.kept),
  ]);
  const said = kept ? undefined : SAID.get(single(asked.said) ?? "");
  return (
    <>
      <MetaLine>
        <a href="/moderation">{pages.moderation}</a>
      </MetaLine>
      <h1>{t.whoMayJoin}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {said && <Notice>{said}</Notice>}
      <JoiningForm joining={joining} proves={addressesAreProven()} kept={kept} />
      <section className={sections.section}>
        <h2>{t.invitations}</h2>
        <p>{t.anInvitationIsALink}</p>
        <InvitationList invitations={invitations} />
        <InvitationForm kept={kept} />
      </section>
    </>
  );
}

/** What a form that went through says on its way back. */
const SAID: ReadonlyMap<string, string> = new Map(
  Object.entries({
    joining: pages.saved,
    made: t.invitationCreated,
    ended: t.invitationEnded,
  }),
);
