import type { CommentView, MyComment } from "@/domain/comments/comment";
import type { Viewer } from "@/domain/comments/answers";
import type { About } from "@/components/comments/reply-form";
import type { ShownProblem } from "@/components/comments/problem-notice";
import type { ThreadContext } from "@/components/comments/thread-context";

/** Where somebody writes: under a comment, or under the article. */
export type ReplyComposing = {
  does: "reply";
  parentId: string | null;
  host: HTMLElement;
  text: string;
  problem: ShownProblem | null;
  /** The words of the article it is about. */
  about?: About | null;
};

/** Or in a comment of their own. */
export type EditComposing = { does: "edit"; comment: CommentView; host: HTMLElement };

export type Composing = ReplyComposing | EditComposing;

/** The menu of a comment: the word it belongs to, and where it stands. */
export type MenuAt = { id: string; anchor: HTMLElement; host: HTMLElement };

/** What a moderator does at a comment: `settle` is the kindest decision, at once; `reasons` and `lock` open a form. */
export type ModeratingAt = { id: string; host: HTMLElement } & (
  | { wish: "settle" | "reasons" | "lock" | "unlock"; side?: undefined }
  | { wish: "pin"; side: { key: string; label: string } }
);

/** A word of the site to the reader, and what takes back what they did. An `aside` is for listeners: others see it already. */
export type ToastMessage = { text: string; aside?: boolean; undo?: { label: string; run: () => void } };

/** The reader, as far as the door has told. */
export type Reader = {
  viewer: Viewer | null;
  mine: Map<string, MyComment>;
  /** Posted by others since the last visit and not looked at yet. */
  unread: Set<string>;
  /** Posted since the page was drawn, by whomever. */
  posted: Set<string>;
  /** What the reader is just sending; each settles once it has been answered, or could not be. */
  sending: Set<Promise<unknown>>;
  /** Tells when a comment that is new has been read. */
  watch: (item: HTMLElement) => void;
  /** Tells that more is known now of what time alone will change. */
  watchClock: () => void;
};

/** What every manner of the discussion is handed. */
export type DiscussionContext = {
  root: HTMLElement;
  thread: ThreadContext;
  reader: Reader;
  /** Settles once the door has told what is the reader's own, or could not; the page then says `data-ready`. */
  ready: Promise<void>;
  compose: (at: Composing | null) => void;
  openMenu: (at: MenuAt | null) => void;
  moderate: (at: ModeratingAt) => void;
  showKeys: () => void;
  toast: (said: ToastMessage) => void;
  /** The keyboard's way: true where words of the article are selected. Set by whoever looks for such. */
  argueAboutSelection: () => boolean;
};

/** Comments that came with what is the reader's own. */
export function remember(context: DiscussionContext, comments: CommentView[]): void {
  for (const comment of comments) {
    if (comment.mine) context.reader.mine.set(comment.id, comment.mine);
    remember(context, comment.replies.items);
  }
}
