import { followingMetadata, ListingFollowingPage } from "@/app/listing-following";
import type { Listing } from "@/domain/articles/listing";
import { nameInPath } from "@/web/pages/path-name";

type Props = PageProps<"/authors/[author]/following">;

const listingOf = async ({ params }: Props): Promise<Listing> => ({
  kind: "author",
  name: nameInPath((await params).author),
});

export const generateMetadata = async (props: Props) => followingMetadata(await listingOf(props));

export default async function FollowAuthorPage(props: Props) {
  return <ListingFollowingPage listing={await listingOf(props)} searchParams={props.searchParams} />;
}
