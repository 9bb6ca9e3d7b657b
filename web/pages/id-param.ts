import "server-only";

import { notFound } from "next/navigation";
import { z } from "zod";

const Id = z.uuid().toLowerCase();

/** An id out of a page's address or query; the page of anything else is not there (404). */
export function idParam(text: string): string {
  const id = Id.safeParse(text);
  return id.success ? id.data : notFound();
}
