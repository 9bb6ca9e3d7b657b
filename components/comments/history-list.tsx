import { Fragment } from "react";
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

type Part = NonNullable<HistoryStep["diff"]>[number];

/** A word in the place of another would be read as one with it. */
const touch = (before: Part | undefined, part: Part): boolean =>
  before !== undefined &&
  before.change !== null &&
  part.change !== null &&
  /\S$/u.test(before.text) &&
  /^\S/u.test(part.text);

const ELEMENT = { added: "ins", removed: "del" } as const;

function Diff({ parts }: { parts: NonNullable<HistoryStep["diff"]> }) {
  return (
    <p className={styles.diff} dir="auto">
      {parts.map(({ text, change }, nth) => {
        const Change = change === null ? "span" : ELEMENT[change];
        return (
          <Fragment key={nth}>
            {touch(parts[nth - 1], { text, change }) && " "}
            <Change>{text}</Change>
          </Fragment>
        );
      })}
    </p>
  );
}
