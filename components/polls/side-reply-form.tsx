import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { DebateView } from "@/domain/polls/debate/debate";
import { labelOf } from "./sentences";
import styles from "./debate.module.css";

type Kept = { fields: Record<string, string>; problems: Record<string, string> } | null;

/** After the close: the author of a side's best case has the last word for it. */
export function SideReplyForm(props: {
  slug: string;
  view: DebateView | null;
  handle: string | null;
  kept: Kept;
}) {
  const { slug, view, handle, kept } = props;
  if (view?.poll.state !== "closed" || handle === null) return null;
  const side = view.debate?.cases.find(({ comment }) => comment?.author?.handle === handle)?.side;
  if (side === undefined) return null;
  return (
    <section className={styles.part} aria-labelledby="last-word">
      <h2 id="last-word">The last word for “{labelOf(view.poll, side)}” is yours</h2>
      <form method="post" action={`/api/v1/articles/${slug}/poll/replies/${side}`}>
        <input type="hidden" name="_method" value="put" />
        <input type="hidden" name="_return" value={`/articles/${slug}/record`} />
        <TextArea
          label="Your side’s reply, for the record"
          hint="Your comment was found to be its best case. Your name stands with what you write."
          name="words"
          required
          maxLength={2000}
          defaultValue={kept?.fields.words}
          problem={kept?.problems.words}
        />
        <Button>Put it into the record</Button>
      </form>
    </section>
  );
}
