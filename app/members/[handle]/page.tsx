import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { MemberHead } from "@/components/members/member-head";
import { MembersComments } from "@/components/members/members-comments";
import { OwnPage } from "@/components/members/own-page";
import { commentsOfMember } from "@/domain/comments/comments-of-member";
import { PAGE_USUAL } from "@/domain/comments/schema";
import { memberByHandle } from "@/domain/members/queries";
import { isRefusal } from "@/platform/refusal";
import { type SearchParams, single } from "@/web/pages/search-params";

type Props = { params: Promise<{ handle: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const member = await found((await params).handle);
  return { title: member.name, alternates: { canonical: `/members/${member.handle}` } };
}

/** A public page: the same for everyone who reads it. */
export default async function MemberPage({ params, searchParams }: Props) {
  const { handle } = await params;
  const member = await found(handle);
  if (member.handle !== handle) permanentRedirect(`/members/${member.handle}`);
  const after = single((await searchParams).after);
  const comments = await commentsOfMember(member.handle, { after, limit: PAGE_USUAL }, null).catch(notThere);
  return (
    <>
      <MemberHead {...member} />
      <OwnPage handle={member.handle} />
      <MembersComments {...comments} handle={member.handle} first={after === undefined} />
    </>
  );
}

/** Asked once for the head of the page and once for the page. */
const found = cache(async (handle: string) => (await memberByHandle(handle)) ?? notFound());

/** An address with a marker of another list leads nowhere. */
function notThere(problem: unknown): never {
  if (isRefusal(problem)) notFound();
  throw problem;
}
