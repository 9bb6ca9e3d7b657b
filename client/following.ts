import { callApi, type Result } from "./api";
import type { News } from "@/domain/following/answers";
import type { FollowingState } from "@/domain/following/following";

type Done = Promise<Result<undefined>>;

/** Follows or mutes; null ends either. */
const set = (path: string, state: FollowingState | null): Done =>
  state === null ? callApi("DELETE", path) : callApi("PUT", path, { state });

export const followDiscussion = (slug: string, state: FollowingState | null): Done =>
  set(`/articles/${encodeURIComponent(slug)}/following`, state);

export const followBranch = (id: string, state: FollowingState | null): Done =>
  set(`/comments/${id}/following`, state);

export const muteMember = (handle: string, muted: boolean): Done =>
  callApi(muted ? "PUT" : "DELETE", `/members/${encodeURIComponent(handle)}/mute`);

/** Followed discussions with something new, the first page of them. */
export const fetchNews = (): Promise<Result<News>> => callApi("GET", "/following/news");
