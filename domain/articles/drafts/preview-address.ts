import "server-only";

import { z } from "zod";
import { isSigned, sign } from "@/platform/signature";

const PURPOSE = "preview of a draft";

/** The preview's id and our signature of it, so that nobody who reads the database can make one up. */
const Key = z.templateLiteral([z.uuid(), ".", z.string().regex(/^[\w-]{22}$/)]);

export const sharedPreviewPath = (id: string): string => `/previews/${id}.${sign(PURPOSE, id)}`;

/** The id in an address of ours; null where it is none. */
export function previewIdIn(key: string): string | null {
  const parsed = Key.safeParse(key);
  const [id = "", signature = ""] = parsed.success ? parsed.data.split(".") : [];
  return isSigned(PURPOSE, id, signature) ? id : null;
}
