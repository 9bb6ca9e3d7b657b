import "server-only";

/** The library that reads passkeys, brought in by whoever first needs it: it is a third of a second of each start and of each command, and most need none. */
export const webauthn = () => import("@simplewebauthn/server");
