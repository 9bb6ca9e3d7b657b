import { EmptyState } from "@/components/ui/words";
import styles from "./side-columns.module.css";

/** Where stances are still blind: why, and what one can do about it. */
export const SidesUnshown = ({ slug, why, canAnswer }: { slug: string; why: string; canAnswer: boolean }) => (
  <div className={styles.under}>
    <EmptyState>{why}</EmptyState>
    {canAnswer && (
      <p>
        <a href={`/articles/${slug}/vote`}>To the poll</a>
      </p>
    )}
  </div>
);
