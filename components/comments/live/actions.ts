import { commentPath } from "@/components/comments/paths";
import { copyLink } from "./clipboard";
import { showMore } from "./more";
import { showNews } from "./live-updates";
import { tryNow, unsend } from "./posting";
import { toggleReaction } from "./reactions";
import { rememberSort } from "./sorting";
import type { Stage } from "./discussion-context";
import { idOf, itemAround, itemOf, lastLineOf, leadTo } from "./thread-dom";
import { hostAfter, noteSelection, quotedIn } from "./quoting";

/**
 * One listener for the whole thread: what the server drew stays as it is, and every button of it does without leaving the
 * page what it otherwise does by leaving it. @returns the end of it
 */
export function answerClicks(stage: Stage): () => void {
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-do], [data-sort]") : null;
    if (target && (DEEDS[target.dataset.do ?? "sort"]?.(stage, target) ?? false)) event.preventDefault();
  };
  // A press takes the selection away before the click is heard.
  const onPress = () => noteSelection();
  stage.root.addEventListener("pointerdown", onPress);
  stage.root.addEventListener("click", onClick);
  return () => {
    stage.root.removeEventListener("pointerdown", onPress);
    stage.root.removeEventListener("click", onClick);
  };
}

/** Nobody, or not this reader, can write here now; they are told why. */
function isClosed({ reader, say }: Stage): boolean {
  const closed = reader.viewer?.discussion.closed ?? null;
  if (closed !== null) say({ words: closed });
  return closed !== null;
}

/** True when it is done here. */
type Deed = (stage: Stage, target: HTMLElement) => boolean;

const DEEDS: Record<string, Deed> = {
  more: (stage, target) => {
    if (target instanceof HTMLAnchorElement) void showMore(stage, target);
    return target instanceof HTMLAnchorElement;
  },
  reply: (stage, target) => {
    const item = itemAround(target);
    const line = item && lastLineOf(item);
    if (!item || !line) return false;
    if (isClosed(stage)) return true;
    stage.compose({
      does: "reply",
      parentId: idOf(item),
      host: hostAfter(line),
      text: quotedIn(item),
      problem: null,
    });
    return true;
  },
  compose: (stage, target) => {
    if (isClosed(stage)) return true;
    stage.compose({ does: "reply", parentId: null, host: hostAfter(target), text: "", problem: null });
    return true;
  },
  respect: (stage, target) => {
    const item = itemAround(target);
    return item !== null && toggleReaction(stage, idOf(item), "respect");
  },
  link: (stage, target) => target instanceof HTMLAnchorElement && copyLink(stage, target),
  menu: (stage, target) => {
    const item = itemAround(target);
    const line = item && lastLineOf(item);
    if (line) stage.openMenu({ id: idOf(item), anchor: target, host: hostAfter(line) });
    return Boolean(line);
  },
  up: (_, target) => {
    const id = target.getAttribute("href")?.slice("#c-".length) ?? "";
    const parent = itemOf(id);
    if (parent) leadTo(parent);
    else location.assign(commentPath(id));
    return true;
  },
  resend: (stage, target) => {
    if (target instanceof HTMLButtonElement) tryNow(stage, target.value);
    return true;
  },
  unsend: (stage, target) => {
    if (target instanceof HTMLButtonElement) unsend(stage, target.value);
    return true;
  },
  news: (stage, target) => {
    void showNews(stage, target);
    return true;
  },
  // Where one came from is kept by the browser, to the very line.
  back: (_, target) => {
    const from = URL.parse(document.referrer);
    const isThere =
      target instanceof HTMLAnchorElement &&
      from?.origin === location.origin &&
      from.pathname === new URL(target.href).pathname;
    if (isThere) history.back();
    return isThere;
  },
  sort: (_, target) => {
    rememberSort(target);
    return false;
  },
};
