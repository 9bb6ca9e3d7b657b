import { decidedPath } from "@/components/comments/paths";
import { ModeratedLine } from "@/components/moderation/moderated-line";
import { PinForm } from "@/components/moderation/pin-form";
import outcomes from "@/components/moderation/outcome.module.css";
import type { CommentView } from "@/domain/comments/comment";
import type { Member } from "@/domain/members/member";
import { ownDeedOn } from "@/domain/moderation/decisions/queries";
import { currentRules } from "@/domain/moderation/rules/queries";
import { pinnedFor } from "@/domain/polls/administration/queries";
import type { PollView } from "@/domain/polls/poll";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

type Props = { comment: CommentView; poll: PollView | null; viewer: Member; done: string };

/** To a moderator who comes back from the form: what they did, and the way to take it back. It is read from what is, not from the address. */
export async function JustModerated({ comment, poll, viewer, done }: Props) {
  if (!comment.mine?.can.moderate && !comment.mine?.can.pin) return null;
  if (done === "pinned") return <Pinned comment={comment} poll={poll} />;
  const [last, { rules }] = await Promise.all([ownDeedOn(comment.id, viewer), currentRules()]);
  return (
    last && <ModeratedLine comment={comment.id} last={last} rules={rules} back={decidedPath(comment.id)} />
  );
}

async function Pinned({ comment: { id, articleSlug }, poll }: Pick<Props, "comment" | "poll">) {
  const side = await pinnedFor(id);
  const label = poll?.options.find(({ key }) => key === side)?.label;
  if (side === null || label === undefined) return null;
  return (
    <div className={outcomes.outcome}>
      <p role="status">{say(t.pinnedAsTheBestCase, { label })}</p>
      <PinForm
        comment={id}
        at={{ slug: articleSlug, side, label }}
        pinned
        way={{ back: `/comments/${id}`, refused: `/comments/${id}` }}
      />
    </div>
  );
}
