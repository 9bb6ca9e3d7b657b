import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FollowedList, ListingList, MutedList } from "@/components/following/followed-list";
import { MetaLine } from "@/components/ui/meta-line";
import { Notice } from "@/components/ui/notice";
import sections from "@/components/ui/section.module.css";
import { listingsFollowedBy } from "@/domain/following/listings";
import { followedBy, mutedBy } from "@/domain/following/queries";
import { SubjectsQuery } from "@/domain/following/schema";
import { readFormFlash } from "@/web/pages/kept-form";
import { type SearchParams, signInPath, single } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/following";

export const metadata: Metadata = { title: t.allYouFollow, robots: { index: false } };

/** All that one follows or muted, to be ended. An address with a cursor that is none shows the first page. */
export default async function AllFollowingPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath("/following/all"));
  const asked = await searchParams;
  const { data: query } = SubjectsQuery.safeParse({ after: single(asked.after) });
  const [followed, listings, members, kept] = await Promise.all([
    followedBy(query?.after, viewer),
    listingsFollowedBy(viewer),
    mutedBy(viewer),
    readFormFlash(asked.kept),
  ]);
  return (
    <>
      <h1>{t.allYouFollow}</h1>
      <MetaLine>
        <a href="/following">{t.whatIsNew}</a>
      </MetaLine>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <section className={sections.section}>
        <h2>{t.discussionsAndThreads}</h2>
        <FollowedList {...followed} first={query?.after === undefined} />
      </section>
      <section className={sections.section} aria-labelledby="listings">
        <h2 id="listings">{t.authorsAndTags}</h2>
        <ListingList listings={listings} />
      </section>
      <section className={sections.section} aria-labelledby="muted">
        <h2 id="muted">{t.membersYouMuted}</h2>
        <MutedList members={members} />
      </section>
    </>
  );
}
