import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberAtTheDesk } from "@/components/moderation/member-at-the-desk";
import { MemberErasure } from "@/components/moderation/member-erasure";
import { RoleForm } from "@/components/moderation/role-form";
import { Notice } from "@/components/ui/notice";
import { MetaLine } from "@/components/ui/meta-line";
import { leavingOf } from "@/domain/members/erasure";
import { mayEraseMember, mayListMembers } from "@/domain/members/policy";
import { maySanction } from "@/domain/moderation/decisions/policy";
import { profileAtTheDesk } from "@/domain/moderation/profiles/queries";
import { cardOf } from "@/domain/moderation/queue/member-cards";
import { currentRules } from "@/domain/moderation/rules/queries";
import { siteModeratorAt } from "@/app/moderation/moderator-at";
import { single, type SearchParams } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import * as offices from "#messages/offices";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.aMemberAtTheDesk, robots: { index: false } };

export default async function MemberAtTheDeskPage({
  params,
  searchParams,
}: {
  params: Promise<{ handle: string }>;
  searchParams: SearchParams;
}) {
  const { handle } = await params;
  const viewer = await siteModeratorAt(`/moderation/members/${handle}`);
  const [author, profile, rules, leaving, kept] = await Promise.all([
    cardOf(handle, viewer),
    profileAtTheDesk(handle, viewer),
    currentRules(),
    leavingOf(handle, viewer),
    searchParams.then((asked) => readFormFlash(asked.kept)),
  ]);
  if (!author) notFound();
  const said = kept ? undefined : single((await searchParams).said);
  return (
    <>
      <MetaLine>
        <a href="/moderation">{t.moderation}</a>
        {mayListMembers(viewer) && <a href="/moderation/members">{offices.members}</a>}
      </MetaLine>
      <h1>{author.name}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <MemberAtTheDesk
        role={mayListMembers(viewer) && <RoleForm member={author} said={said} />}
        author={author}
        profile={profile}
        rules={rules.rules}
        may={maySanction(viewer, author)}
        kept={kept?.fields}
        said={said}
      />
      {mayEraseMember(viewer, author) && <MemberErasure member={author} leaving={leaving} />}
    </>
  );
}
