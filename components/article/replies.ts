import * as t from "#messages/articles";
import { say } from "@/messages/say";

/** "128 replies", with a right singular and without a zero. */
export function replies(count: number): string {
  if (count === 0) return t.noRepliesYet;
  return say(t.countReplies, { count });
}
