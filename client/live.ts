/** One thing that happened in a discussion, by ids only. */
export type Heard = { kind: string; id: string | null; parentId: string | null; rootId: string | null };

/** A page nobody looks at lets go of its stream after this. Milliseconds. */
const HIDDEN_FOR = 60_000;

/**
 * Hears what happens under an article from `since` on, the position the page was drawn at. It lets go while nobody looks
 * and takes up again where it was. @returns the end of it
 */
export function listenTo(slug: string, since: string, hear: (heard: Heard) => void): () => void {
  let position = since;
  let source: EventSource | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    clearTimeout(leaving);
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(`/api/v1/articles/${encodeURIComponent(slug)}/live?since=${position}`);
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      if (lastEventId) position = lastEventId;
      const heard = readHeard(data);
      if (heard) hear(heard);
    };
  };
  const close = () => {
    clearTimeout(leaving);
    source?.close();
    source = null;
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

function readHeard(data: string): Heard | null {
  try {
    const told: unknown = JSON.parse(data);
    if (typeof told !== "object" || told === null || !("kind" in told) || typeof told.kind !== "string")
      return null;
    return {
      kind: told.kind,
      id: idIn(told, "id"),
      parentId: idIn(told, "parentId"),
      rootId: idIn(told, "rootId"),
    };
  } catch {
    return null;
  }
}

function idIn(told: object, name: string): string | null {
  const id: unknown = Reflect.get(told, name);
  return typeof id === "string" ? id : null;
}
