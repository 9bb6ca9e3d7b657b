import { callApi, type Result } from "./api";
import { rememberReader } from "./reader";
import type { PendingComments } from "@/domain/comments/answers";
import type { Me } from "@/domain/members/answers";

const NOBODY: Me = { member: null };

/** Who is signed in here. Whatever goes wrong on the way, the page stays as it is: for everyone, or for whoever was `known`. */
export async function fetchMe(known: Me = NOBODY): Promise<Me> {
  const me = await callApi<Me>("GET", "/me");
  if (me.ok) rememberReader(me.body.member?.handle);
  return me.ok ? me.body : known;
}

/** One's own comments that wait for a moderator. */
export const fetchPending = (): Promise<Result<PendingComments>> => callApi("GET", "/me/pending");
