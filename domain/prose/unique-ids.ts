/**
 * Gives each wanted id once: "s-aims", then "s-aims-again-1", "s-aims-again-2".
 * The number goes on from where it was, so that a text of many like headings takes time in their number, not in its square.
 * @param taken the ids that are given already; new ones are added
 */
export function uniqueIds(taken: Set<string> = new Set()): (wanted: string) => string {
  const again = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    while (taken.has(id)) {
      const times = (again.get(wanted) ?? 0) + 1;
      again.set(wanted, times);
      id = `${wanted}-again-${times}`;
    }
    taken.add(id);
    return id;
  };
}
