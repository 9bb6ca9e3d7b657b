import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { DebateView } from "@/domain/polls/debate/debate";
import type { OwnReply, ReplyState } from "@/domain/polls/replies/reply";
import { labelOf } from "./sentences";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import { say } from "@/messages/say";

type Props = {
  slug: string;
  view: DebateView | null;
  handle: string | null;
  /** What the reader wrote already. */
  own: OwnReply | null;
  kept: { fields: Record<string, string>; problem: string; problems: Record<string, string> } | null;
};

const BECAME: Record<ReplyState, string> = {
  held: t.yourReplyIsPending,
  visible: t.yourReplyIsInTheRecord,
  rejected: t.yourReplyIs,
};

/** After the close: the author of a side's best case has the last word for it, once somebody has looked at it. */
export function SideReplyForm({ slug, view, handle, own, kept }: Props) {
  if (view?.poll.state !== "closed" || handle === null) return null;
  const bestCase = view.debate?.cases.find(({ comment }) => comment?.author?.handle === handle)?.side;
  const side = bestCase ?? own?.side;
  if (side === undefined) return null;
  return (
    <section className={styles.part} aria-labelledby="last-word">
      <h2 id="last-word">{say(t.theLastWordForIsYours, { side: labelOf(view.poll, side) })}</h2>
      {own && <Notice>{BECAME[own.state]}</Notice>}
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {bestCase !== undefined && (
        <Form slug={slug} side={side} method="put">
          <TextArea
            label={t.yourSidesReply}
            hint={t.yourCommentWasFound}
            name="words"
            required
            defaultValue={kept?.fields.words ?? own?.source}
            problem={kept?.problems.words ?? kept?.problems.body}
          />
          <Button>{own ? t.changeIt : t.addToTheRecord}</Button>
        </Form>
      )}
      {own && (
        <Form slug={slug} side={own.side} method="delete">
          <Button look="quiet">{t.withdrawReply}</Button>
        </Form>
      )}
    </section>
  );
}

const Form = (props: { slug: string; side: string; method: "put" | "delete"; children: React.ReactNode }) => (
  <form method="post" action={`/api/v1/articles/${props.slug}/poll/replies/${props.side}`}>
    <input type="hidden" name="_method" value={props.method} />
    <input type="hidden" name="_return" value={`/articles/${props.slug}/vote#last-word`} />
    {props.children}
  </form>
);
