import { COMMENT_LIMIT } from "@/domain/comments/comment";
import { normaliseText, readableLength } from "@/domain/prose/text";
import styles from "./reply-form.module.css";
import * as t from "#messages/comments";
import { say } from "@/messages/say";

/** Only near its end a limit is worth a thought. Characters left. */
const COUNTED_FROM = 1_000;

/** Counted as the door counts: of the text as it will be kept, in code points, so that an emoji is one. */
export const charactersLeft = (text: string): number => COMMENT_LIMIT - readableLength(normaliseText(text));

export function CharactersLeft({ left }: { left: number }) {
  if (left >= COUNTED_FROM) return null;
  return (
    <p className={left < 0 ? styles.over : styles.hint} role="status">
      {left < 0 ? say(t.charactersTooMany, { left: -left }) : say(t.charactersLeft, { left })}
    </p>
  );
}
