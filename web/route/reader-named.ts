import "server-only";

import type { IncomingHttpHeaders } from "node:http";
import { wasHandleOf } from "@/domain/members/change-handle";
import type { Member } from "@/domain/members/member";
import { Conflict } from "@/platform/refusal";
import type { Body } from "./read-body";
import * as t from "#messages/api";
import { say } from "@/messages/say";

/** The header, and the field of a plain form, in which a page says whose it is, by their username. */
export const READER_HEADER = "moot-reader";

/**
 * All tabs of a browser have one cookie. Where somebody else has signed in since a page was drawn, what was written on it is not theirs,
 * and nothing is done in their name. A request that names nobody, and one of somebody signed out, goes its usual way.
 * @throws Conflict
 */
export async function refuseAnotherReader(
  headers: IncomingHttpHeaders,
  body: Body | null,
  actor: Member | null,
): Promise<void> {
  const named = headers[READER_HEADER] ?? (body?.form ? body.fields._as : undefined);
  if (typeof named !== "string" || named === "" || actor === null || named === actor.handle) return;
  // They changed their own username meanwhile, in another tab.
  if (await wasHandleOf(named, actor)) return;
  const both = { now: actor.handle, before: named };
  throw new Conflict(
    body?.form ? say(t.somebodyElseSentThisForm, both) : say(t.somebodyElseIsSignedIn, both),
  );
}
