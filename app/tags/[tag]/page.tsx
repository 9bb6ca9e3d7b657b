import { ListingPage, listingMetadata } from "@/app/listing";
import type { Listing } from "@/domain/articles/listing";
import { nameInPath } from "@/web/pages/path-name";
import { single } from "@/web/pages/search-params";

type Props = PageProps<"/tags/[tag]">;

const listingOf = async ({ params }: Props): Promise<Listing> => ({
  kind: "tag",
  name: nameInPath((await params).tag),
});

export const generateMetadata = async (props: Props) =>
  listingMetadata(await listingOf(props), single((await props.searchParams).after));

export default async function TagPage(props: Props) {
  return <ListingPage listing={await listingOf(props)} searchParams={props.searchParams} />;
}
