import type { Heard } from "@/domain/events/answers";
import { shareStream } from "./shared-stream";

export type { Heard };

/** A page nobody looks at lets go of its stream after this; whoever only looks something up elsewhere keeps it. Milliseconds. */
const HIDDEN_FOR = 2_000;

/**
 * Hears what happens under an article from `since` on, the position the page was drawn at. It lets go while nobody looks
 * and takes up again where it was. @returns the end of it
 */
export function listenTo(slug: string, since: string, hear: (heard: Heard) => void): () => void {
  let position = since;
  let stop: (() => void) | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    clearTimeout(leaving);
    stop ??= shareStream(slug, {
      position: () => position,
      take: (told) => {
        position = told.position;
        for (const heard of told.events) hear(heard);
      },
    });
  };
  const close = () => {
    clearTimeout(leaving);
    stop?.();
    stop = null;
  };
  const look = () => {
    if (document.visibilityState === "visible") open();
    else leaving = setTimeout(close, HIDDEN_FOR);
  };

  look();
  document.addEventListener("visibilitychange", look);
  // A page that holds a stream cannot be kept whole for the way back.
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", look);
  return () => {
    close();
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pagehide", close);
    window.removeEventListener("pageshow", look);
  };
}
