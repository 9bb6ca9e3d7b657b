import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import { listingPath } from "@/domain/articles/listing";
import type { FollowedListing, FollowedSubject, MutedMember } from "@/domain/following/following";
import { FollowingForm } from "./following-form";
import { ListingForm } from "./listing-form";
import { MuteForm } from "./mute-form";
import styles from "./following.module.css";
import * as t from "#messages/following";
import { say } from "@/messages/say";

const HERE = "/following/all";

type Props = { items: FollowedSubject[]; next: string | null; first: boolean };

/** All that somebody follows or muted, each with its end. */
export function FollowedList({ items, next, first }: Props) {
  if (items.length === 0) return <EmptyState>{first ? t.youFollowNothing : t.thatWasAll}</EmptyState>;
  return (
    <>
      <ul className={styles.list}>
        {items.map((one) => (
          <Entry key={one.comment?.id ?? one.article.slug} subject={one} />
        ))}
      </ul>
      {next !== null && (
        <PageLink rel="next" href={`${HERE}?after=${next}`}>
          {t.more}
        </PageLink>
      )}
    </>
  );
}

function Entry({ subject: { state, article, comment } }: { subject: FollowedSubject }) {
  const path = comment ? `/comments/${comment.id}/following` : `/articles/${article.slug}/following`;
  const what = comment ? threadIn(comment, article.title) : article.title;
  return (
    <li className={styles.entry}>
      <h3 className={styles.title} dir="auto">
        <a href={comment ? `/comments/${comment.id}` : `/articles/${article.slug}#discussion`}>{what}</a>
      </h3>
      {comment && comment.excerpt !== "" && (
        <p className={styles.excerpt} dir="auto">
          {comment.excerpt}
        </p>
      )}
      <p>{state === "followed" ? t.youFollowIt : t.youMutedIt}</p>
      <FollowingForm path={path} state={state} back={HERE} about={what} />
    </li>
  );
}

function threadIn({ author, excerpt }: NonNullable<FollowedSubject["comment"]>, title: string): string {
  if (excerpt === "") return say(t.threadOfARemovedComment, { title });
  return say(t.threadOf, { name: author?.name ?? t.aFormerMember, title });
}

/** Every author and tag that somebody follows. */
export function ListingList({ listings }: { listings: FollowedListing[] }) {
  if (listings.length === 0) return <EmptyState>{t.youFollowNoListing}</EmptyState>;
  return (
    <ul className={styles.list}>
      {listings.map(({ kind, name }) => {
        const label = kind === "tag" ? say(t.tagNamed, { name }) : name;
        return (
          <li key={`${kind} ${name}`} className={styles.entry}>
            <a href={listingPath({ kind, name })} dir="auto">
              {label}
            </a>
            <ListingForm listing={{ kind, name }} followed back={`${HERE}#listings`} about={label} />
          </li>
        );
      })}
    </ul>
  );
}

/** Everybody whom somebody muted. */
export function MutedList({ members }: { members: MutedMember[] }) {
  if (members.length === 0) return <EmptyState>{t.youMutedNobody}</EmptyState>;
  return (
    <ul className={styles.list}>
      {members.map(({ handle, name }) => (
        <li key={handle} className={styles.entry}>
          <a href={`/members/${handle}`} dir="auto">
            {name}
          </a>{" "}
          @{handle}
          <MuteForm handle={handle} muted back={`${HERE}#muted`} about={name} />
        </li>
      ))}
    </ul>
  );
}
