import { callApi, type Result } from "./api";
import type { Candidates } from "@/domain/polls/debate/answers";
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

/** What could have changed the reader's mind; and what they say it was, as a form holds it. */
export const fetchCandidates = (slug: string): Promise<Result<Candidates>> =>
  callApi("GET", `${at(slug)}/mind-change`);
export const tellMindChange = (slug: string, told: Record<string, string>): Promise<Result<PollAnswer>> =>
  callApi("PUT", `${at(slug)}/mind-change`, told);

/** What the argument changed; `debate` is null while the reader may not see results. */
export const fetchDebate = (slug: string): Promise<Result<DebateView>> =>
  callApi("GET", `${at(slug)}/debate`);

/** Told to the document when the best cases have been drawn above the discussion: each has `data-case`, the id of its comment. */
export const BEST_CASES_DRAWN = "moot:best-cases-drawn";

/** Told to the document when the reader has voted, withdrawn or asked: whatever waits for that looks again. */
export const POLL_CHANGED = "moot:poll-changed";
