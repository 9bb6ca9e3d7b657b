import type { Quoted } from "@/domain/polls/debate/debate";
import { methodOf } from "@/domain/polls/methods";
import { QuotedComment } from "./quoted-comment";
import styles from "./debate.module.css";

/** The comments that every side respects. */
export function BothSides({ slug, quoted }: { slug: string; quoted: Quoted[] }) {
  return (
    <section className={styles.part} aria-labelledby="both">
      <h2 id="both">Valued by both sides</h2>
      {quoted.length === 0 && (
        <p>Too few reactions yet: a comment needs at least five from each side to be marked.</p>
      )}
      {quoted.map((comment) => (
        <QuotedComment key={comment.id} quoted={comment} />
      ))}
      <p className={styles.small}>
        <a href={`/articles/${slug}/comments?sort=bridging`}>The whole discussion in this order</a>
        {" · "}
        <a href={methodOf("bridging")}>How this is made</a>
      </p>
    </section>
  );
}
