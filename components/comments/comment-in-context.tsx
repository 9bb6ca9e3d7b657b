import type { ReactNode } from "react";
import type { CommentContext } from "@/domain/comments/comment";
import type { SetAside } from "@/components/ui/raw-html";
import { RespectForm } from "./comment-actions";
import { DiscussionIsland } from "./live/discussion-island";
import { inDiscussion } from "./paths";
import { Crumb } from "./crumb";
import { Context } from "./ancestors";
import styles from "./ancestors.module.css";
import { MoreActions } from "./more-actions";
import type { Place } from "./thread-context";

type Props = { title: ReactNode; context: CommentContext; place: Place; setAside: SetAside };

/** The page of one comment, under the title of what it is about. */
export function CommentInContext({ title, context, place, setAside }: Props) {
  return (
    <section data-discussion="">
      <Crumb href={inDiscussion(place.slug, context.comment.id)} words="See the full discussion" />
      <h1 className={styles.title}>{title}</h1>
      <Context context={context} place={place} setAside={setAside} />
      <MoreActions comment={context.comment} />
      <RespectForm />
      <DiscussionIsland place={place} />
    </section>
  );
}
