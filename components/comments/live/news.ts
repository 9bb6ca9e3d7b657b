/** "3 new replies", with a right singular. */
export function newsWords(count: number, what: "reply" | "comment" = "reply"): string {
  if (count === 1) return `1 new ${what}`;
  return `${count} new ${what === "reply" ? "replies" : "comments"}`;
}
