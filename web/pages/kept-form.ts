import "server-only";

import { cookies } from "next/headers";
import { openFormFlash, type FormFlash } from "@/web/route/form-flash";

export type { FormFlash };

/** The form that this reader's browser had refused, for the page it stands on; null without one. Public pages must not ask. */
export const readFormFlash = async (id: string | string[] | undefined): Promise<FormFlash | null> =>
  id === undefined ? null : openFormFlash(id, (await cookies()).toString());
