import { callApi, type Result } from "./api";
import { rememberReader } from "./reader";
import type { OneComment, Previewed, Reacted, Viewer } from "@/domain/comments/answers";
import type { Selector } from "@/domain/passages/passage";
import type { CommentContext, CommentPage, ReactionKind } from "@/domain/comments/comment";

export type NewComment = { body: string; parentId?: string; showStance?: boolean; passage?: Selector };

const article = (slug: string): string => `/articles/${encodeURIComponent(slug)}`;

/** `query` as the addresses of further pages carry it: sort, parent, after. */
export const fetchComments = (slug: string, query: URLSearchParams): Promise<Result<CommentPage>> =>
  callApi("GET", `${article(slug)}/comments?${query.toString()}`);

export const fetchComment = (id: string): Promise<Result<CommentContext>> =>
  callApi("GET", `/comments/${id}`);

export async function fetchViewer(slug: string, ids: string[]): Promise<Result<Viewer>> {
  const told = await callApi<Viewer>("GET", `${article(slug)}/viewer?ids=${ids.join(",")}`);
  if (told.ok) rememberReader(told.body.member?.handle);
  return told;
}

/** The comments about a block of the article as it is now. */
export const fetchAbout = (slug: string, block: number): Promise<Result<CommentPage>> =>
  callApi("GET", `${article(slug)}/passages/${block}`);

/** The same `key` posts once, however often it is sent. */
export const postComment = (slug: string, comment: NewComment, key: string): Promise<Result<OneComment>> =>
  callApi("POST", `${article(slug)}/comments`, comment, { key });

export const preview = (body: string): Promise<Result<Previewed>> => callApi("POST", "/preview", { body });

export const react = (id: string, kind: ReactionKind): Promise<Result<Reacted>> =>
  callApi("PUT", `/comments/${id}/reaction`, { kind });
export const takeReactionBack = (id: string): Promise<Result<Reacted>> =>
  callApi("DELETE", `/comments/${id}/reaction`);

/** `revision` is the one the writer saw; after a conflict the problem's `current` is what stands now. */
export const editComment = (
  id: string,
  edit: { body: string; revision: number },
): Promise<Result<OneComment>> => callApi("PATCH", `/comments/${id}`, edit);

export const withdraw = (id: string): Promise<Result<OneComment>> => callApi("DELETE", `/comments/${id}`);
export const restore = (id: string): Promise<Result<OneComment>> =>
  callApi("POST", `/comments/${id}/restore`);
export const hideStance = (id: string): Promise<Result<OneComment>> =>
  callApi("DELETE", `/comments/${id}/stance`);

/** `at` is the clock of the database, as the overlay told it. */
export const noteVisit = (slug: string, at: string): Promise<Result<undefined>> =>
  callApi("PUT", `${article(slug)}/visit`, { at });
