import "server-only";

import { cookies } from "next/headers";
import { openFormFlash, type FormFlash, type KeptDeed } from "@/web/route/form-flash";
import * as t from "#messages/pages";

export type { FormFlash };

/** What stands in a page's address. */
type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

type Awaited = Readonly<{ sentence: string; finish: string | undefined }>;

/** What a page that one goes on to after signing in holds for this browser: a deed that will be done, or a form that comes back. */
export async function whatWaits(next: string): Promise<Awaited | null> {
  const id = new URL(next, "http://moot.invalid").searchParams.get("kept") ?? undefined;
  const flash = await readFormFlash(id);
  if (!flash) return null;
  return flash.deed
    ? { sentence: whatIsDone(flash.deed), finish: id }
    : { sentence: whatIsKept(flash), finish: undefined };
}

/** By what the route's address ends in. */
const DONE_BY: Record<string, string> = {
  reaction: t.signInAndItCounts,
  comments: t.signInAndItIsPosted,
  reports: t.signInAndItIsReported,
  pass: t.signInAndItIsShown,
};

const whatIsDone = ({ path }: KeptDeed): string =>
  DONE_BY[path.split("/").at(-1) ?? ""] ?? t.signInAndItIsDone;

/** A vote is asked for once more, so that nobody votes by opening a page. */
function whatIsKept({ fields }: FormFlash): string {
  if (fields.option !== undefined) return t.yourChoiceIsKept;
  return fields.share === undefined ? t.whatYouWroteIsKept : t.yourGuessIsKept;
}

/** The form that this reader's browser had refused, for the page it stands on; null without one. Public pages must not ask. */
export const readFormFlash = async (id: string | string[] | undefined): Promise<FormFlash | null> =>
  id === undefined ? null : openFormFlash(id, (await cookies()).toString());

/** Whether somebody comes back from this page's form, done or refused, with a browser that keeps no cookies: nothing else tells them. */
export const keepsNoCookies = async ({ kept, sent }: SearchParams): Promise<boolean> =>
  (kept !== undefined || sent !== undefined) && (await cookies()).toString() === "";
