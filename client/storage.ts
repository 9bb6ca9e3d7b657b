/**
 * What a reader's own browser keeps for them. A browser may have no storage, or a full one; then nothing is
 * remembered, and everything else goes on.
 */
const PREFIX = "moot:";

/** For good, and in every tab. */
export const siteStorage = safely(() => localStorage);
/** For this tab, as long as it is open; a reload keeps it. */
export const tabStorage = safely(() => sessionStorage);

/** `storage` is asked for each time: where it is forbidden, already its name throws. */
function safely(storage: () => Storage) {
  const orElse = <T>(otherwise: T, run: () => T): T => {
    try {
      return run();
    } catch {
      return otherwise;
    }
  };
  return {
    get: (name: string): string | null => orElse(null, () => storage().getItem(PREFIX + name)),
    set: (name: string, value: string): void =>
      orElse(undefined, () => storage().setItem(PREFIX + name, value)),
    remove: (name: string): void => orElse(undefined, () => storage().removeItem(PREFIX + name)),
    /** The names of all that begin like this. */
    keysWith: (beginning: string): string[] =>
      orElse([], () =>
        Object.keys(storage())
          .filter((name) => name.startsWith(PREFIX + beginning))
          .map((name) => name.slice(PREFIX.length)),
      ),
  };
}
