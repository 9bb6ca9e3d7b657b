import type { ReactNode } from "react";
import { actionsOn, actionWord, NEEDS_RULE } from "@/components/moderation/sentences";
import * as deskWords from "#messages/desk";
import type { MyComment } from "@/domain/comments/comment";
import type { DiscussionContext, ModeratingAt } from "./discussion-context";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

type Props = {
  context: DiscussionContext;
  id: string;
  host: HTMLElement;
  mine: MyComment;
  item: (label: ReactNode, run: () => void) => ReactNode;
};

/** What a moderator does from the menu of a comment, loaded by moderators alone; what they may not do is not there. */
export default function ModeratorItems({ context, id, host, mine: { can, standing, stance }, item }: Props) {
  const open = (wish: "settle" | "reasons" | "lock" | "unlock") => () => context.moderate({ id, host, wish });
  const pin = (side: Extract<ModeratingAt, { wish: "pin" }>["side"]) => () =>
    context.moderate({ id, host, wish: "pin", side });
  const actions = standing ? actionsOn(standing.state) : [];
  const kind = actions.find((action) => !NEEDS_RULE.includes(action));
  const strict = actions.filter((action) => NEEDS_RULE.includes(action));
  const side = stance && context.thread.answers[stance.option]?.tone !== "none" ? stance : null;
  return (
    <>
      {can.decide && standing && kind && item(actionWord(kind, standing.state), open("settle"))}
      {can.decide &&
        standing &&
        strict.length > 0 &&
        item(
          strict.length === 2 ? deskWords.rejectOrHold : `${actionWord("reject", standing.state)}…`,
          open("reasons"),
        )}
      {standing?.locked === false && item(t.closeToReplies, open("lock"))}
      {standing?.locked && item(t.allowRepliesAgain, open("unlock"))}
      {can.pin &&
        side &&
        item(say(t.pinAsBestCase, { label: side.label }), pin({ key: side.option, label: side.label }))}
      {can.moderate && (
        <li>
          <a href={`/moderation/comments/${id}`}>{t.openInModeration}</a>
        </li>
      )}
    </>
  );
}
