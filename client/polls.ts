import { callDoor, type Told } from "@/client/door";
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
