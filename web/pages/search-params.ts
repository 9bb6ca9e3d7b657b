import "server-only";

import { env } from "@/platform/env";
import { findUnstorable } from "@/web/route/storable-text";
import { sameSitePath } from "./paths";

/** A page's query as Next hands it over. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One value of a query's parameter; a repeated one, and one that no database takes, counts as not given. */
export const single = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" && findUnstorable(value) === null ? value : undefined;

/** Where somebody goes on after signing in: `next`, or what next-auth calls `callbackUrl`; else the front page. */
export function returnPath(asked: Awaited<SearchParams>): string {
  const wish = single(asked.next) ?? single(asked.callbackUrl)?.replace(env.siteUrl, "");
  return sameSitePath(wish) ?? "/";
}

/** Where a new password leads; whoever owes a code as well comes there after it. */
export const PASSWORD_CHANGED = "/account?said=password";

/** A personal page sends whoever is not signed in through here, and they come back. */
export const signInPath = (path: string): string =>
  `/sign-in?${new URLSearchParams({ next: path }).toString()}`;
