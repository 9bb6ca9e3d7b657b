/** More passkeys than this are nobody's. */
export const PASSKEYS_AT_MOST = 20;
export const KEY_NAME_LIMIT = 50;

/** A passkey as its holder sees it; times in ISO 8601 UTC, `usedAt` to the hour. */
export type OwnPasskey = { id: string; name: string; since: string; usedAt: string | null };

/** What stands beside the password of an account. `codes` are the recovery codes that are left. */
export type OwnFactors = { passkeys: OwnPasskey[]; app: boolean; codes: number };

/** What an app is told to make codes: the address that opens it, and the same secret to be typed, in groups of four. */
export type AppSecret = { address: string; groups: string[] };
