import { callDoor, type Told } from "@/client/api";
import type {
  CommentContext,
  CommentPage,
  CommentView,
  Overlay,
  ReactionCounts,
  ReactionKind,
} from "@/domain/comments/comment";
import type { MyPoll } from "@/domain/polls/poll";
import type { Role } from "@/domain/members/member";

export type NewComment = { body: string; parentId?: string; showStance?: boolean };
export type Reacted = { reaction: ReactionKind | null; reactions: ReactionCounts | null };
type OneComment = { comment: CommentView };

/** Who reads, what they may do here, and what is theirs. */
export type Viewer = {
  member: { handle: string; name: string; role: Role; suspended: boolean; first: boolean } | null;
  discussion: Overlay;
  poll: MyPoll | null;
};

const article = (slug: string): string => `/articles/${encodeURIComponent(slug)}`;

/** `query` as the addresses of further pages carry it: sort, parent, after. */
export const askComments = (slug: string, query: URLSearchParams): Promise<Told<CommentPage>> =>
  callDoor("GET", `${article(slug)}/comments?${query.toString()}`);

export const askComment = (id: string): Promise<Told<CommentContext>> => callDoor("GET", `/comments/${id}`);

export const askViewer = (slug: string, ids: string[]): Promise<Told<Viewer>> =>
  callDoor("GET", `${article(slug)}/viewer?ids=${ids.join(",")}`);

/** The same `key` posts once, however often it is sent. */
export const postComment = (slug: string, comment: NewComment, key: string): Promise<Told<OneComment>> =>
  callDoor("POST", `${article(slug)}/comments`, comment, { key });

export const preview = (body: string): Promise<Told<{ html: CommentView["html"] }>> =>
  callDoor("POST", "/preview", { body });

export const react = (id: string, kind: ReactionKind): Promise<Told<Reacted>> =>
  callDoor("PUT", `/comments/${id}/reaction`, { kind });
export const takeReactionBack = (id: string): Promise<Told<Reacted>> =>
  callDoor("DELETE", `/comments/${id}/reaction`);

/** `revision` is the one the writer saw; after a conflict the problem's `current` is what stands now. */
export const editComment = (
  id: string,
  edit: { body: string; revision: number },
): Promise<Told<OneComment>> => callDoor("PATCH", `/comments/${id}`, edit);

export const withdraw = (id: string): Promise<Told<OneComment>> => callDoor("DELETE", `/comments/${id}`);
export const restore = (id: string): Promise<Told<OneComment>> => callDoor("POST", `/comments/${id}/restore`);
export const hideStance = (id: string): Promise<Told<OneComment>> =>
  callDoor("DELETE", `/comments/${id}/stance`);

/** `at` is the clock of the database, as the overlay told it. */
export const noteVisit = (slug: string, at: string): Promise<Told<undefined>> =>
  callDoor("PUT", `${article(slug)}/visit`, { at });
