import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { headers } from "next/headers";
import { cache } from "react";
import { MemberHead } from "@/components/members/member-head";
import { MembersArticles } from "@/components/members/members-articles";
import { profileFacts } from "@/components/members/profile-facts";
import { MembersComments } from "@/components/members/members-comments";
import { StructuredData } from "@/components/ui/structured-data";
import { pageMetadata } from "@/app/page-metadata";
import { absoluteUrl } from "@/web/absolute-url";
import * as t from "#messages/members";
import { say } from "@/messages/say";
import { OwnPage } from "@/components/members/own-page";
import { articlesOfMember } from "@/domain/articles/of-member";
import { commentsOfMember } from "@/domain/comments/comments-of-member";
import { PAGE_USUAL } from "@/domain/comments/schema";
import { memberByHandle } from "@/domain/members/queries";
import { isRefusal } from "@/platform/refusal";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { siteSettings } from "@/web/pages/site";
import { type SearchParams, single } from "@/web/pages/search-params";

type Props = { params: Promise<{ handle: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const member = await found((await params).handle);
  const { handle, name, bio, approvedCount } = member;
  return {
    ...(await pageMetadata({
      title: name,
      description: bio || `${name} (@${handle}): ${say(t.commentCount, { approvedCount })}`,
      path: `/members/${handle}`,
    })),
    // What somebody wrote in many places is not gathered for whoever searches for a name (docs/decisions/0093-what-search-engines-are-given.md).
    robots: { index: false },
  };
}

/** A public page: the same for everyone who reads it. */
export default async function MemberPage({ params, searchParams }: Props) {
  const { handle } = await params;
  const member = await found(handle);
  if (member.handle !== handle) permanentRedirect(`/members/${member.handle}`);
  const after = single((await searchParams).after);
  const [comments, articles, { language }] = await Promise.all([
    commentsOfMember(member.handle, { after, limit: PAGE_USUAL }, null).catch(notThere),
    articlesOfMember(member.handle),
    siteSettings(),
  ]);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      <MemberHead {...member} />
      <OwnPage handle={member.handle} />
      {after === undefined && <MembersArticles articles={articles} language={language} />}
      <MembersComments {...comments} handle={member.handle} first={after === undefined} />
      <StructuredData
        facts={profileFacts(member, absoluteUrl(`/members/${member.handle}`))}
        nonce={nonce}
        placeholderFor={placeholderFor}
      />
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
