import { newIdempotencyKey } from "./idempotency-key";
import { callApi, type Result } from "./api";
import type { CommentAction } from "@/domain/moderation/decisions/decision";
import type { Claimed, QueuePage, Standings } from "@/domain/moderation/queue/answers";
import type { HouseRules } from "@/domain/moderation/rules/rules";
import type { Decided } from "@/domain/moderation/decisions/answers";

export type Deciding = {
  action: CommentAction;
  comment: string;
  revision: number;
  seen?: string;
  ground?: string;
  explanation?: string;
};

export const decide = (wish: Deciding): Promise<Result<Decided>> =>
  callApi("POST", "/moderation/decisions", wish, { key: newIdempotencyKey() });

export const undo = (decision: string): Promise<Result<Decided>> =>
  callApi("POST", "/moderation/decisions", { action: "undo", decision }, { key: newIdempotencyKey() });

type Locking = { action: "lock" | "unlock"; comment: string; ground?: string };

/** Closes a comment and what is below it to replies, or opens it again. */
export const lockThread = (wish: Locking): Promise<Result<{ decision: string; locked: boolean }>> =>
  callApi("POST", "/moderation/decisions", wish, { key: newIdempotencyKey() });

/** Puts a comment first for its side; null takes away whatever is pinned there. */
export const pinCase = (slug: string, side: string, comment: string | null): Promise<Result<undefined>> =>
  callApi("PUT", `/articles/${encodeURIComponent(slug)}/poll/cases/${encodeURIComponent(side)}`, {
    ...(comment !== null && { comment }),
  });

export const fetchRules = (): Promise<Result<HouseRules>> => callApi("GET", "/rules");

export const claimItem = (id: string): Promise<Result<Claimed>> =>
  callApi("PUT", `/moderation/queue/${id}/claim`);

export const releaseItem = (id: string): Promise<Result<undefined>> =>
  callApi("DELETE", `/moderation/queue/${id}/claim`);

export const fetchStandings = (ids: string[]): Promise<Result<Standings>> =>
  callApi("GET", `/moderation/standings?ids=${ids.join(",")}`);

/** The next page of what the address shows. */
export const fetchQueue = (query: URLSearchParams): Promise<Result<QueuePage>> =>
  callApi("GET", `/moderation/queue?${query.toString()}`);
