import type { ReactNode } from "react";
import type { CommentContext } from "@/domain/comments/comment";
import type { SetAside } from "@/components/ui/served-text";
import { RespectForm } from "./comment-actions";
import { DiscussionIsland } from "./live/discussion-island";
import { inDiscussion } from "./addresses";
import { Crumb } from "./crumb";
import { Context } from "./context";
import styles from "./context.module.css";
import { MoreActions } from "./more-actions";
import type { Place } from "./place";

type Props = { title: ReactNode; context: CommentContext; place: Place; placeholderFor: SetAside };

/** The page of one comment, under the title of what it is about. */
export function CommentInContext({ title, context, place, placeholderFor }: Props) {
  return (
    <section data-discussion="">
      <Crumb href={inDiscussion(place.slug, context.comment.id)} words="See the full discussion" />
      <h1 className={styles.title}>{title}</h1>
      <Context context={context} place={place} placeholderFor={placeholderFor} />
      <MoreActions comment={context.comment} />
      <RespectForm />
      <DiscussionIsland place={place} />
    </section>
  );
}
