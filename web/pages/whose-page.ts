import "server-only";

import { AsyncLocalStorage } from "node:async_hooks";
import { processSingleton } from "@/platform/process-singleton";
import type { Member } from "@/domain/members/member";

type Drawing = { reader?: string };
const drawings = processSingleton("whose page", () => new AsyncLocalStorage<Drawing>());

/** Notes that the page which is being drawn shows what is this member's, or may be done by them. */
export function drawnFor(member: Member | null): void {
  const drawing = drawings.getStore();
  if (drawing && member) drawing.reader = member.handle;
}

/** A tag as React writes it: within the quotation marks of an attribute there is no `>`. */
const POSTS = /<form\b[^>]*\bmethod="post"[^>]*>/g;

/**
 * Every plain form of a page that was drawn for somebody says for whom (`_as`), whichever component it is of: all tabs of a browser have
 * one cookie (`reader-named.ts`). React passes over a hidden field that it did not draw.
 */
export async function namingReader<Page extends { body: Buffer }>(draw: () => Promise<Page>): Promise<Page> {
  const drawing: Drawing = {};
  const page = await drawings.run(drawing, draw);
  const { reader } = drawing;
  if (reader === undefined) return page;
  const named = `<input type="hidden" name="_as" value="${reader}"/>`;
  return { ...page, body: Buffer.from(page.body.toString().replace(POSTS, `$&${named}`)) };
}
