import { callDoor, type Told } from "@/client/api";
import type { DebateView } from "@/domain/polls/debate/debate";
import type { MyPoll, PollView } from "@/domain/polls/poll";

export type PollTold = PollView & { mine: MyPoll | null };

const at = (slug: string): string => `/articles/${encodeURIComponent(slug)}/poll`;

export const askPoll = (slug: string): Promise<Told<PollTold>> => callDoor("GET", at(slug));
export const castVote = (slug: string, option: string): Promise<Told<PollTold>> =>
  callDoor("PUT", `${at(slug)}/vote`, { option });
export const withdrawVote = (slug: string): Promise<Told<PollTold>> => callDoor("DELETE", `${at(slug)}/vote`);
export const justShow = (slug: string): Promise<Told<PollTold>> => callDoor("PUT", `${at(slug)}/pass`);
/** `share` in per cent, as typed; empty for "I would rather not". */
export const guess = (slug: string, share: string): Promise<Told<PollTold>> =>
  callDoor("PUT", `${at(slug)}/guess`, { share });

/** What the argument changed; `debate` is null while the reader may not see results. */
export const askDebate = (slug: string): Promise<Told<DebateView>> => callDoor("GET", `${at(slug)}/debate`);

/** Told to the document when the reader has voted, withdrawn or asked: whatever waits for that looks again. */
export const POLL_CHANGED = "moot:poll-changed";
