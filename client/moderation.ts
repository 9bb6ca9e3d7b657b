import { callDoor, type Told } from "@/client/api";
import type { CommentAction } from "@/domain/moderation/decisions/decision";
import type { Claim, DeskPage, Queue, Standing } from "@/domain/moderation/queue/queue";

export type Deciding = {
  action: CommentAction;
  comment: string;
  revision: number;
  seen?: string;
  ground?: string;
  explanation?: string;
};

type Counts = Record<Queue, number>;

export const decide = (wish: Deciding): Promise<Told<{ decision: string; state: Standing["state"] }>> =>
  callDoor("POST", "/moderation/decisions", wish, { key: crypto.randomUUID() });

export const undo = (decision: string): Promise<Told<{ decision: string; state: Standing["state"] }>> =>
  callDoor("POST", "/moderation/decisions", { action: "undo", decision }, { key: crypto.randomUUID() });

export const claimItem = (id: string): Promise<Told<{ claim: Claim | null }>> =>
  callDoor("PUT", `/moderation/queue/${id}/claim`);

export const releaseItem = (id: string): Promise<Told<undefined>> =>
  callDoor("DELETE", `/moderation/queue/${id}/claim`);

export const askStandings = (ids: string[]): Promise<Told<{ items: Standing[]; counts: Counts }>> =>
  callDoor("GET", `/moderation/standings?ids=${ids.join(",")}`);

/** The next page of what the address shows. */
export const askQueue = (query: URLSearchParams): Promise<Told<DeskPage & { counts: Counts }>> =>
  callDoor("GET", `/moderation/queue?${query.toString()}`);
