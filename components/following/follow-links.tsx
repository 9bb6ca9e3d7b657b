import { discussionFollowingPath } from "@/domain/following/following";
import styles from "./following.module.css";
import * as t from "#messages/following";

/** In the head of a discussion, the same for everybody: to the page that says what the reader follows. With script they do it here. */
export function FollowLinks({ slug }: { slug: string }) {
  const href = discussionFollowingPath(slug);
  return (
    <p className={styles.links}>
      <a href={href} rel="nofollow" data-action="follow">
        {t.follow}
      </a>{" "}
      <a href={href} rel="nofollow" data-action="mute">
        {t.mute}
      </a>
    </p>
  );
}
