/** "3 new replies", with a right singular. */
export function newRepliesLabel(count: number, what: "reply" | "comment" = "reply"): string {
  if (count === 1) return `1 new ${what}`;
  return `${count} new ${what === "reply" ? "replies" : "comments"}`;
}

/** Words of which a phone shows only the first, and every listener hears all. */
export function shortOnPhones(first: string, rest: string, className: string | undefined): Node[] {
  const end = document.createElement("span");
  end.className = className ?? "";
  end.textContent = ` ${rest}`;
  return [document.createTextNode(first), end];
}
