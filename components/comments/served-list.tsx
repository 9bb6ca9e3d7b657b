import { markupOf } from "@/components/ui/markup";
import type { Placed } from "./arrange";
import { Items } from "./comment-list";
import type { Place } from "./place";
import styles from "./thread.module.css";

/**
 * A thread as the server sends it: the same elements as a `CommentList`, in one text, because there are so many of them and
 * React has nothing to do with them afterwards.
 */
export const ServedList = ({ placed, place }: { placed: Placed[]; place: Place }) => (
  <ol
    className={styles.list}
    data-level={0}
    dangerouslySetInnerHTML={{ __html: markupOf(<Items placed={placed} place={place} />) }}
  />
);
