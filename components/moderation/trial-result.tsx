import { beginning } from "@/domain/prose/cut";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Time } from "@/components/ui/time";
import { MetaLine } from "@/components/ui/meta-line";
import lists from "@/components/ui/list.module.css";
import textStyles from "@/components/ui/text.module.css";
import styles from "./trial-result.module.css";
import * as t from "#messages/house-rules";
import { say } from "@/messages/say";

type Caught = {
  id: string;
  name: string;
  text: string;
  at: string;
  state: string;
  effect: "refuse" | "hold" | "mark";
  reason: string;
};
type Props = { check: string; words: string | undefined; tried: number; caught: Caught[] };

const WOULD = { refuse: t.refused, hold: t.held, mark: t.flagged };

/** "Would have held 14 of the last 1,000; here they are." */
export function TrialResult({ check, words, tried, caught }: Props) {
  return (
    <>
      {check === "words" && (
        <form action="/moderation/try">
          <input type="hidden" name="check" value="words" />
          <TextArea
            label={t.wordsAndPhrasesToTry}
            hint={t.leftEmptyTheListsInForce}
            name="words"
            rows={3}
            defaultValue={words}
          />
          <Button>{t.test}</Button>
        </form>
      )}
      <p className={styles.result}>
        {say(t.ofTheLastCommentsNothing, {
          caught: sentence(caught),
          tried,
          count: caught.length > 0 ? t.hereTheyAre : ".",
        })}
      </p>
      <ol className={lists.ruled}>
        {caught.toReversed().map(({ id, name, text, at, state, effect, reason }) => (
          <li key={id}>
            <p dir="auto">{shown(text)}</p>
            <p className={textStyles.muted}>{say(t.wouldHaveBeen, { effect: WOULD[effect], reason })}</p>
            <MetaLine>
              <span>{name}</span>
              <a href={`/comments/${id}`}>
                <Time at={at} exact />
              </a>
              <span>{say(t.isInState, { state })}</span>
            </MetaLine>
          </li>
        ))}
      </ol>
    </>
  );
}

function sentence(caught: Caught[]): string {
  const parts = (["refuse", "hold", "mark"] as const)
    .map((effect) => ({ effect, n: caught.filter((one) => one.effect === effect).length }))
    .filter(({ n }) => n > 0)
    .map(({ effect, n }) => `${WOULD[effect]} ${n}`);
  return parts.length === 0 ? t.itWouldHaveHeldNone : say(t.itWouldHave, { parts: parts.join(t.and) });
}

/** Enough of a comment to recognise it by. Code points. */
const SHOWN = 200;

function shown(text: string): string {
  const head = beginning(text, SHOWN);
  return head === text ? text : `${head}…`;
}
