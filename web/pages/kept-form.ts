import "server-only";

import { cookies } from "next/headers";
import { openFormFlash, type FormFlash } from "@/web/route/form-flash";
import * as t from "#messages/pages";

export type { FormFlash };

type Awaited = Readonly<{ sentence: string; finish: string | undefined }>;

/** What a page that one goes on to after signing in holds for this browser: a deed that will be done, or a form that comes back. */
export async function whatWaits(next: string): Promise<Awaited | null> {
  const id = new URL(next, "http://moot.invalid").searchParams.get("kept") ?? undefined;
  const flash = await readFormFlash(id);
  if (!flash) return null;
  return flash.deed
    ? { sentence: t.signInAndItIsDone, finish: id }
    : { sentence: t.whatYouWroteIsKept, finish: undefined };
}

/** The form that this reader's browser had refused, for the page it stands on; null without one. Public pages must not ask. */
export const readFormFlash = async (id: string | string[] | undefined): Promise<FormFlash | null> =>
  id === undefined ? null : openFormFlash(id, (await cookies()).toString());
