import type { Debate, Quoted, SecondOpinion } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import { SIDE_REACTIONS, SIDE_VOTERS } from "@/domain/polls/statistics/bridging";
import { QuotedComment } from "./quoted-comment";
import { labelOf } from "./sentences";
import styles from "./debate.module.css";
import * as t from "#messages/debate";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

type Props = {
  slug: string;
  poll: PollView;
  debate: Pick<Debate, "bothSides" | "bridging" | "secondOpinion">;
};

/** The comments that every side respects. */
export function BothSides({ slug, poll, debate }: Props) {
  const leftOut = debate.bridging.leftOut.map((key) => `“${labelOf(poll, key)}”`);
  return (
    <section className={styles.part} aria-labelledby="both">
      <h2 id="both">{t.valuedByBothSides}</h2>
      {debate.bothSides.length === 0 && <p>{whyNone(debate.bridging)}</p>}
      {debate.bothSides.map((comment) => (
        <QuotedComment
          key={comment.id}
          quoted={comment}
          note={debate.secondOpinion?.agrees.includes(comment.id) ? t.theSecondOpinionAgrees : undefined}
        />
      ))}
      {leftOut.length > 0 && (
        <p className={styles.small}>
          {say(t.leftOutBecauseFewerThanReaders, { sideVoters: SIDE_VOTERS, leftOut: leftOut.join(", ") })}
        </p>
      )}
      <p className={styles.small}>
        <a href={`/articles/${slug}/comments?sort=bridging`}>{t.theWholeDiscussion}</a>
        {"\u00a0· "}
        <a href={methodOf("bridging")}>{t.howThisIsMade}</a>
      </p>
      {debate.secondOpinion && <Second opinion={debate.secondOpinion} first={debate.bothSides} />}
    </section>
  );
}

/** Those it has besides: what both lists hold stands above already. */
function Second({ opinion, first }: { opinion: SecondOpinion; first: Quoted[] }) {
  const known = new Set(first.map(({ id }) => id));
  const others = opinion.comments.filter(({ id }) => !known.has(id));
  return (
    <details>
      <summary>{t.aSecondOpinion}</summary>
      <p className={styles.small}>
        {rich(t.fromTheReactionsOfMore, {
          reactors: opinion.reactors,
          count: others.length === 0 ? t.samePicks : t.otherPicks,
          link: (words) => <a href={methodOf("factorisation")}>{words}</a>,
        })}
      </p>
      {others.map((comment) => (
        <QuotedComment key={comment.id} quoted={comment} />
      ))}
    </details>
  );
}

function whyNone({ counted, scored }: Debate["bridging"]): string {
  if (counted < 2) return t.tooFewSides;
  if (!scored) return say(t.tooFewReactionsYet, { sideReactions: SIDE_REACTIONS });
  return t.noCommentIsValuedByBoth;
}
