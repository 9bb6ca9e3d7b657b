import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * Whether script runs here: not on the server, nor while its markup is taken over. What only script can do is not drawn before, since
 * where no style sheet hides it (text browsers) it would be a button that does nothing.
 */
export const useScript = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
