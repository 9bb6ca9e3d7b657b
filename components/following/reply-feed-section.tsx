import { Button } from "@/components/ui/button";
import sections from "@/components/ui/section.module.css";
import styles from "./following.module.css";
import * as t from "#messages/following";

/** On the account page: the address of the feed of replies, made and ended. */
export function ReplyFeedSection({ address }: { address: string | null }) {
  return (
    <section aria-labelledby="feed" className={sections.section}>
      <h2 id="feed">{t.repliesInAFeed}</h2>
      <p>{t.whoeverHasTheAddress}</p>
      {address !== null && (
        <p className={styles.address}>
          <a href={address} rel="nofollow">
            {address}
          </a>
        </p>
      )}
      <div className={styles.choices}>
        <Deed method="put" label={address === null ? t.makeAnAddress : t.makeAnotherAddress} />
        {address !== null && <Deed method="delete" label={t.endTheFeed} />}
      </div>
    </section>
  );
}

const Deed = ({ method, label }: { method: "put" | "delete"; label: string }) => (
  <form method="post" action="/api/v1/account/reply-feed">
    <input type="hidden" name="_method" value={method} />
    <Button>{label}</Button>
  </form>
);
