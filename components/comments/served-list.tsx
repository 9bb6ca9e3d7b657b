import { Served } from "@/components/ui/served";
import type { PlaceholderFor } from "@/components/ui/raw-html";
import type { LaidOut } from "./layout";
import { Items } from "./comment-list";
import type { ThreadContext } from "./thread-context";
import styles from "./thread.module.css";

type Props = {
  placed: LaidOut[];
  thread: ThreadContext;
  placeholderFor: PlaceholderFor;
};

/**
 * A thread as the server sends it: the same elements as a `CommentList`, in one text, because there are so many of them and
 * React has nothing to do with them afterwards.
 */
export const ServedList = ({ placed, thread, placeholderFor }: Props) => (
  <Served as="ol" className={styles.list} data-level={0} placeholderFor={placeholderFor}>
    <Items placed={placed} thread={thread} />
  </Served>
);
