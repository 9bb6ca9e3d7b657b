import type { ReactNode } from "react";
import type { CommentContext } from "@/domain/comments/comment";
import { RespectForm } from "./comment-actions";
import { Context } from "./context";
import styles from "./context.module.css";
import { MoreActions } from "./more-actions";
import type { Place } from "./place";

type Props = { title: ReactNode; context: CommentContext; place: Place };

/** The page of one comment, under the title of what it is about. */
export function CommentInContext({ title, context, place }: Props) {
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <Context context={context} place={place} />
      <MoreActions comment={context.comment} />
      <RespectForm />
    </>
  );
}
