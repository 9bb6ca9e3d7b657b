import { markupOf } from "@/components/ui/markup";
import { ServedText } from "@/components/ui/served-text";
import type { SetAside } from "@/components/ui/served-text";
import type { Placed } from "./arrange";
import { Items } from "./comment-list";
import type { Place } from "./place";
import styles from "./thread.module.css";

type Props = { placed: Placed[]; place: Place; placeholderFor: SetAside };

/**
 * A thread as the server sends it: the same elements as a `CommentList`, in one text, because there are so many of them and
 * React has nothing to do with them afterwards.
 */
export const ServedList = ({ placed, place, placeholderFor }: Props) => (
  <ServedText
    as="ol"
    className={styles.list}
    data-level={0}
    mark={placeholderFor(markupOf(<Items placed={placed} place={place} />))}
  />
);
