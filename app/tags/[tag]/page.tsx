import { ListingPage, listingMetadata } from "@/app/listing";
import type { Listing } from "@/domain/articles/listing";
import { nameInPath } from "@/web/pages/path-name";

type Props = PageProps<"/tags/[tag]">;

const listingOf = async ({ params }: Props): Promise<Listing> => ({
  kind: "tag",
  name: nameInPath((await params).tag),
});

export const generateMetadata = async (props: Props) => listingMetadata(await listingOf(props));

export default async function TagPage(props: Props) {
  return <ListingPage listing={await listingOf(props)} searchParams={props.searchParams} />;
}
