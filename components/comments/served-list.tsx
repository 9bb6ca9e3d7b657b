import { markupOf } from "@/components/ui/render-static";
import { ServedText } from "@/components/ui/raw-html";
import type { SetAside } from "@/components/ui/raw-html";
import type { Placed } from "./layout";
import { Items } from "./comment-list";
import type { Place } from "./thread-context";
import styles from "./thread.module.css";

type Props = { placed: Placed[]; place: Place; setAside: SetAside };

/**
 * A thread as the server sends it: the same elements as a `CommentList`, in one text, because there are so many of them and
 * React has nothing to do with them afterwards.
 */
export const ServedList = ({ placed, place, setAside }: Props) => (
  <ServedText
    as="ol"
    className={styles.list}
    data-level={0}
    mark={setAside(markupOf(<Items placed={placed} place={place} />))}
  />
);
