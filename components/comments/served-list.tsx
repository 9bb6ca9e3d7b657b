import type { ReactNode } from "react";
import { renderStatic } from "@/components/ui/render-static";
import { RawHtml } from "@/components/ui/raw-html";
import type { PlaceholderFor } from "@/components/ui/raw-html";
import type { LaidOut } from "./layout";
import { Items } from "./comment-list";
import type { ThreadContext } from "./thread-context";
import styles from "./thread.module.css";

type Props = {
  placed: LaidOut[];
  thread: ThreadContext;
  placeholderFor: PlaceholderFor;
  /** Stands between the first comment and its replies. */
  more?: ReactNode;
};

/**
 * A thread as the server sends it: the same elements as a `CommentList`, in one text, because there are so many of them and
 * React has nothing to do with them afterwards.
 */
export const ServedList = ({ placed, thread, placeholderFor, more }: Props) => (
  <RawHtml
    as="ol"
    className={styles.list}
    data-level={0}
    mark={placeholderFor(renderStatic(<Items placed={placed} thread={thread} more={more} />))}
  />
);
