import { Fragment } from "react";
import type { DiffPart } from "@/domain/prose/word-diff";
import { VisuallyHidden } from "./visually-hidden";
import styles from "./diff.module.css";
import * as t from "#messages/site";
import { say } from "@/messages/say";

/** A text with what was taken out of it struck through and what was put in underlined; a screen reader is told, too. */
export function Diff({ parts, language }: { parts: DiffPart[]; language?: string }) {
  return (
    <div className={styles.diff} dir="auto" lang={language}>
      {parts.map((part, nth) => (
        <Fragment key={nth}>
          {touch(parts[nth - 1], part) && " "}
          {part.change === null ? (
            <Same text={part.text} isFirst={nth === 0} isLast={nth === parts.length - 1} />
          ) : (
            <Changed part={part} />
          )}
        </Fragment>
      ))}
    </div>
  );
}

const ELEMENT = { added: "ins", removed: "del" } as const;

/** Few screen readers say the elements by themselves. */
function Changed({ part: { text, change } }: { part: DiffPart }) {
  const Element = ELEMENT[change === "added" ? "added" : "removed"];
  return (
    <Element>
      <VisuallyHidden>{change === "added" ? t.diffAdded : t.diffRemoved}</VisuallyHidden>
      {text}
      <VisuallyHidden>{t.diffEnd}</VisuallyHidden>
    </Element>
  );
}

/** Paragraphs that are told before and after a change, for where it stands. */
const BESIDE = 1;

/** What stayed as it was; of many paragraphs those between two changes are folded away. */
function Same({ text, isFirst, isLast }: { text: string; isFirst: boolean; isLast: boolean }) {
  const blocks = text.split(/(?<=\n\n)(?!\n)/);
  const [begins, ends] = [isFirst ? 0 : BESIDE, blocks.length - (isLast ? 0 : BESIDE)];
  const folded = blocks.slice(begins, ends);
  if (folded.length <= 2 * BESIDE) return <span>{text}</span>;
  return (
    <>
      <span>{blocks.slice(0, begins).join("")}</span>
      <details className={styles.same}>
        <summary>{say(t.unchangedParagraphs, { count: folded.length })}</summary>
        {folded.join("").trimEnd()}
      </details>
      <span>{blocks.slice(ends).join("")}</span>
    </>
  );
}

/** A word in the place of another would be read as one with it. */
const touch = (before: DiffPart | undefined, part: DiffPart): boolean =>
  before !== undefined &&
  before.change !== null &&
  part.change !== null &&
  /\S$/u.test(before.text) &&
  /^\S/u.test(part.text);
