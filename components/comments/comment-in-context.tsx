import type { ReactNode } from "react";
import type { CommentContext } from "@/domain/comments/comment";
import type { PlaceholderFor } from "@/components/ui/raw-html";
import { Served } from "@/components/ui/served";
import { RespectForm } from "./comment-actions";
import { DiscussionIsland } from "./live/discussion-island";
import { inDiscussion } from "./paths";
import { Crumb } from "./crumb";
import { Ancestors } from "./ancestors";
import styles from "./ancestors.module.css";
import { MoreActions } from "./more-actions";
import type { ThreadContext } from "./thread-context";
import * as t from "#messages/comments";

type Props = {
  title: ReactNode;
  context: CommentContext;
  thread: ThreadContext;
  placeholderFor: PlaceholderFor;
};

/** The page of one comment, under the title of what it is about. */
export function CommentInContext({ title, context, thread, placeholderFor }: Props) {
  return (
    <>
      <Served as="section" data-discussion="" placeholderFor={placeholderFor}>
        <Crumb href={inDiscussion(thread.slug, context.comment.id)} label={t.seeTheFullDiscussion} />
        <h1 className={styles.title}>{title}</h1>
        <h2 className="visually-hidden">{t.theCommentAndItsReplies}</h2>
        <Ancestors
          context={context}
          thread={thread}
          more={<MoreActions comment={context.comment} votes={Object.keys(thread.answers).length > 0} />}
        />
        <RespectForm />
      </Served>
      <DiscussionIsland thread={thread} />
    </>
  );
}
