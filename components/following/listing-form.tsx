import { Button } from "@/components/ui/button";
import { listingPath, type Listing } from "@/domain/articles/listing";
import styles from "./following.module.css";
import * as t from "#messages/following";

type Props = { listing: Listing; followed: boolean; back?: string; about?: string };

/** Follows an author or a tag, or ends that. */
export function ListingForm({ listing, followed, back, about }: Props) {
  const label = followed ? t.stopFollowing : t.follow;
  return (
    <form method="post" action={`/api/v1${listingPath(listing)}/following`} className={styles.choices}>
      <input type="hidden" name="_method" value={followed ? "delete" : "put"} />
      {back !== undefined && <input type="hidden" name="_return" value={back} />}
      <Button aria-label={about === undefined ? undefined : `${label}: ${about}`}>{label}</Button>
    </form>
  );
}
