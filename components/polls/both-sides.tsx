import type { Debate } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import type { PollView } from "@/domain/polls/poll";
import { SIDE_REACTIONS, SIDE_VOTERS } from "@/domain/polls/statistics/bridging";
import { QuotedComment } from "./quoted-comment";
import { labelOf } from "./sentences";
import styles from "./debate.module.css";

type Props = { slug: string; poll: PollView; debate: Pick<Debate, "bothSides" | "bridging"> };

/** The comments that every side respects. */
export function BothSides({ slug, poll, debate }: Props) {
  const leftOut = debate.bridging.leftOut.map((key) => `“${labelOf(poll, key)}”`);
  return (
    <section className={styles.part} aria-labelledby="both">
      <h2 id="both">Valued by both sides</h2>
      {debate.bothSides.length === 0 && <p>{whyNone(debate.bridging)}</p>}
      {debate.bothSides.map((comment) => (
        <QuotedComment key={comment.id} quoted={comment} />
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
    </section>
  );
}

function whyNone({ counted, scored }: Debate["bridging"]): string {
  if (counted < 2) return "Too few sides: it takes two with enough voters to say what both of them value.";
  if (!scored)
    return `Too few reactions yet: a comment needs at least ${SIDE_REACTIONS} from each side to be marked.`;
  return "No comment is valued by both sides yet; some have reactions enough from each.";
}
