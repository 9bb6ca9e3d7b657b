import { ListingPage, listingMetadata } from "@/app/listing";
import type { Listing } from "@/domain/articles/listing";
import { nameInPath } from "@/web/pages/path-name";
import { single } from "@/web/pages/search-params";

type Props = PageProps<"/authors/[author]">;

const listingOf = async ({ params }: Props): Promise<Listing> => ({
  kind: "author",
  name: nameInPath((await params).author),
});

export const generateMetadata = async (props: Props) =>
  listingMetadata(await listingOf(props), single((await props.searchParams).after));

export default async function AuthorPage(props: Props) {
  return <ListingPage listing={await listingOf(props)} searchParams={props.searchParams} />;
}
