import { Diff } from "@/components/ui/diff";
import { ProseHtml } from "@/components/ui/prose-html";
import { Time } from "@/components/ui/time";
import type { HistoryStep } from "@/domain/comments/comment";
import styles from "./history.module.css";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

/** Newest first: each with what was taken out and put in, word by word, and at the end the first text. */
export function HistoryList({ steps }: { steps: HistoryStep[] }) {
  return (
    <ol className={styles.steps}>
      {steps.toReversed().map((step) => (
        <li key={step.number}>
          <p className={styles.when}>
            {say(t.postedOrEdited, { number: step.number })} <Time at={step.at} exact />
          </p>
          {step.diff ? <Diff parts={step.diff} /> : <ProseHtml html={step.html} />}
        </li>
      ))}
    </ol>
  );
}
