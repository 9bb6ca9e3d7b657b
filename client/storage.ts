/**
 * What a reader's own browser keeps for them. A browser may have no storage, or a full one; then nothing is
 * remembered, and everything else goes on.
 */
const PREFIX = "moot:";

/** For good, and in every tab. */
export const { recall, keep, forget, kept } = shelf(() => localStorage);
/** For this tab, as long as it is open; a reload keeps it. */
export const inThisTab = shelf(() => sessionStorage);

/** `storage` is asked for each time: where it is forbidden, already its name throws. */
function shelf(storage: () => Storage) {
  const orElse = <T>(otherwise: T, run: () => T): T => {
    try {
      return run();
    } catch {
      return otherwise;
    }
  };
  return {
    recall: (name: string): string | null => orElse(null, () => storage().getItem(PREFIX + name)),
    keep: (name: string, value: string): void =>
      orElse(undefined, () => storage().setItem(PREFIX + name, value)),
    forget: (name: string): void => orElse(undefined, () => storage().removeItem(PREFIX + name)),
    /** The names of what is kept that begin like this. */
    kept: (beginning: string): string[] =>
      orElse([], () =>
        Object.keys(storage())
          .filter((name) => name.startsWith(PREFIX + beginning))
          .map((name) => name.slice(PREFIX.length)),
      ),
  };
}
