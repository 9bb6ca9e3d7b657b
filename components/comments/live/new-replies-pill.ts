import * as t from "#messages/comments";
import { say } from "@/messages/say";

/** "3 new replies", with a right singular. */
export function newRepliesLabel(count: number, what: "reply" | "comment" = "reply"): string {
  return say(what === "reply" ? t.newReplies : t.newComments, { count });
}

/** Words of which a phone shows only the first, and every listener hears all. */
export function shortOnPhones(first: string, rest: string, className: string | undefined): Node[] {
  const end = document.createElement("span");
  end.className = className ?? "";
  end.textContent = ` ${rest}`;
  return [document.createTextNode(first), end];
}
