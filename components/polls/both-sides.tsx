import type { Debate, Quoted, SecondOpinion } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import { SIDE_REACTIONS, SIDE_VOTERS } from "@/domain/polls/statistics/bridging";
import { QuotedComment } from "./quoted-comment";
import { labelOf } from "./sentences";
import styles from "./debate.module.css";

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
      <h2 id="both">Valued by both sides</h2>
      {debate.bothSides.length === 0 && <p>{whyNone(debate.bridging)}</p>}
      {debate.bothSides.map((comment) => (
        <QuotedComment
          key={comment.id}
          quoted={comment}
          note={debate.secondOpinion?.agrees.includes(comment.id) ? "The second opinion agrees." : undefined}
        />
      ))}
      {leftOut.length > 0 && (
        <p className={styles.small}>
          Left out, because fewer than {SIDE_VOTERS} readers voted for it: {leftOut.join(", ")}.
        </p>
      )}
      <p className={styles.small}>
        <a href={`/articles/${slug}/comments?sort=bridging`}>The whole discussion in this order</a>
        {" · "}
        <a href={methodOf("bridging")}>How this is made</a>
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
      <summary>A second opinion</summary>
      <p className={styles.small}>
        From the reactions of more than {opinion.reactors.toLocaleString("en-GB")} readers, without asking who
        voted what: a method of Community Notes looks for the divide by itself, and for what is respected
        across it.{" "}
        {others.length === 0
          ? "What stands out most by it stands above already."
          : "Of what stands out most by it, this does not stand above:"}{" "}
        <a href={methodOf("factorisation")}>How this is made</a>
      </p>
      {others.map((comment) => (
        <QuotedComment key={comment.id} quoted={comment} />
      ))}
    </details>
  );
}

function whyNone({ counted, scored }: Debate["bridging"]): string {
  if (counted < 2) return "Too few sides: it takes two with enough voters to say what both of them value.";
  if (!scored)
    return `Too few reactions yet: a comment needs at least ${SIDE_REACTIONS} from each side to be marked.`;
  return "No comment is valued by both sides yet; some have reactions enough from each.";
}
