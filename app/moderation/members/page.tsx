import type { Metadata } from "next";
import { DirectoryFilters, MemberDirectory } from "@/components/moderation/member-directory";
import { MetaLine } from "@/components/ui/meta-line";
import { memberDirectory } from "@/domain/members/directory";
import { DirectoryQuery } from "@/domain/members/directory-schema";
import { adminAt } from "@/app/moderation/moderator-at";
import { type SearchParams, single } from "@/web/pages/search-params";
import * as t from "#messages/offices";
import * as pages from "#messages/pages";

export const metadata: Metadata = { title: t.members, robots: { index: false } };

const FILTERS = ["q", "role", "standing", "after"] as const;

export default async function MembersPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, asked] = await Promise.all([adminAt("/moderation/members"), searchParams]);
  const query = DirectoryQuery.catch({}).parse(
    Object.fromEntries(FILTERS.map((name) => [name, single(asked[name])])),
  );
  const { items, next } = await memberDirectory(query, viewer);
  return (
    <div className="wide">
      <MetaLine>
        <a href="/moderation">{pages.moderation}</a>
      </MetaLine>
      <h1>{t.members}</h1>
      <p>{t.membersOfTheSite}</p>
      <DirectoryFilters query={query} />
      <MemberDirectory items={items} more={next && hrefOf({ ...query, after: next })} />
    </div>
  );
}

function hrefOf(query: DirectoryQuery): string {
  const search = new URLSearchParams();
  for (const name of FILTERS) {
    const value = query[name];
    if (value !== undefined) search.set(name, value);
  }
  return `/moderation/members?${search.toString()}`;
}
