/** "128 replies", with a right singular and without a zero. */
export function replies(count: number): string {
  if (count === 0) return "no replies yet";
  return count === 1 ? "1 reply" : `${count.toLocaleString("en-GB")} replies`;
}
