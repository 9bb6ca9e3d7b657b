import { callApi, type Result } from "./api";
import type { DebateView } from "@/domain/polls/debate/debate";
import type { PollAnswer } from "@/domain/polls/answers";

const at = (slug: string): string => `/articles/${encodeURIComponent(slug)}/poll`;

export const fetchPoll = (slug: string): Promise<Result<PollAnswer>> => callApi("GET", at(slug));
export const castVote = (slug: string, option: string): Promise<Result<PollAnswer>> =>
  callApi("PUT", `${at(slug)}/vote`, { option });
export const withdrawVote = (slug: string): Promise<Result<PollAnswer>> =>
  callApi("DELETE", `${at(slug)}/vote`);
export const justShow = (slug: string): Promise<Result<PollAnswer>> => callApi("PUT", `${at(slug)}/pass`);
/** `share` in per cent, as typed; empty for "I would rather not". */
export const guess = (slug: string, share: string): Promise<Result<PollAnswer>> =>
  callApi("PUT", `${at(slug)}/guess`, { share });

/** What the argument changed; `debate` is null while the reader may not see results. */
export const fetchDebate = (slug: string): Promise<Result<DebateView>> =>
  callApi("GET", `${at(slug)}/debate`);

/** Told to the document when the reader has voted, withdrawn or asked: whatever waits for that looks again. */
export const POLL_CHANGED = "moot:poll-changed";
