import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Crumb } from "@/components/comments/crumb";
import { ListingForm } from "@/components/following/listing-form";
import { Notice } from "@/components/ui/notice";
import { listingFeed, listingPath, type Listing } from "@/domain/articles/listing";
import { listingFollowingPath } from "@/domain/following/following";
import { followsListing, isListed } from "@/domain/following/listings";
import { readFormFlash } from "@/web/pages/kept-form";
import { type SearchParams, signInPath } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/following";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

const titleOf = ({ kind, name }: Listing): string =>
  kind === "tag" ? say(t.followATag, { name }) : say(t.followAnAuthor, { name });

function standing({ kind, name }: Listing, followed: boolean): string {
  if (kind === "tag")
    return followed ? say(t.youFollowThisTag, { name }) : say(t.youDoNotFollowThisTag, { name });
  return followed ? say(t.youFollowThisAuthor, { name }) : say(t.youDoNotFollowThisAuthor, { name });
}

export const followingMetadata = (listing: Listing): Metadata => ({
  title: titleOf(listing),
  robots: { index: false },
});

/** Drawn for its reader: whether they follow this author or tag, and what that does. What one follows is shown also when nothing is listed there any more. */
export async function ListingFollowingPage({
  listing,
  searchParams,
}: {
  listing: Listing;
  searchParams: SearchParams;
}) {
  const [there, viewer, asked] = await Promise.all([isListed(listing), currentViewer(), searchParams]);
  if (!viewer && there) redirect(signInPath(listingFollowingPath(listing)));
  const [followed, kept] = await Promise.all([
    viewer !== null && followsListing(listing, viewer),
    readFormFlash(asked.kept),
  ]);
  if (!there && !followed) notFound();
  return (
    <>
      {there && <Crumb href={listingPath(listing)} label={listing.name} />}
      <h1 dir="auto">{titleOf(listing)}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <p>{standing(listing, followed)}</p>
      <p>{rich(t.whereYouAreTold, { link: (label) => <a href="/account#mail">{label}</a> })}</p>
      <ListingForm listing={listing} followed={followed} back={listingFollowingPath(listing)} />
      <p>
        <a href="/following/all#listings">{t.allAuthorsAndTags}</a>
      </p>
      {there && (
        <p>
          <a href={listingFeed(listing)}>{t.theseArticlesAsAFeed}</a>
        </p>
      )}
    </>
  );
}
