import { followingMetadata, ListingFollowingPage } from "@/app/listing-following";
import type { Listing } from "@/domain/articles/listing";
import { nameInPath } from "@/web/pages/path-name";

type Props = PageProps<"/tags/[tag]/following">;

const listingOf = async ({ params }: Props): Promise<Listing> => ({
  kind: "tag",
  name: nameInPath((await params).tag),
});

export const generateMetadata = async (props: Props) => followingMetadata(await listingOf(props));

export default async function FollowTagPage(props: Props) {
  return <ListingFollowingPage listing={await listingOf(props)} searchParams={props.searchParams} />;
}
