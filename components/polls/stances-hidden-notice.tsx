import { EmptyState } from "@/components/ui/empty-state";
import styles from "./side-columns.module.css";
import * as t from "#messages/polls";

/** Where stances are still blind: why, and what one can do about it. */
export const StancesHiddenNotice = ({
  slug,
  why,
  canAnswer,
}: {
  slug: string;
  why: string;
  canAnswer: boolean;
}) => (
  <div className={styles.under}>
    <EmptyState>{why}</EmptyState>
    {canAnswer && (
      <p>
        <a href={`/articles/${slug}/vote`}>{t.toThePoll}</a>
      </p>
    )}
  </div>
);
