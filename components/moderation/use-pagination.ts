import { useRef, useState } from "react";
import { fetchQueue } from "@/client/moderation";
import type { DeskItem } from "@/domain/moderation/queue/queue";

/**
 * What comes behind the page that was drawn: read when it is needed and put at the end, so that a queue is worked through in
 * one sitting and nothing moves. `more` is the address of the next page, which is also the way without script.
 */
export function usePagination(first: string | null, append: (fresh: DeskItem[]) => void) {
  const [more, setMore] = useState(first);
  // Beside the state, for a hand that is faster than the drawing: each page is asked for once.
  const next = useRef(first);
  const reading = useRef<Promise<DeskItem[]> | null>(null);

  async function ask(address: string): Promise<DeskItem[]> {
    const [page = "", words = ""] = address.split("?");
    const query = new URLSearchParams(words);
    const told = await fetchQueue(query);
    // The link is still there.
    if (!told.ok) return [];
    append(told.body.items);
    query.set("after", told.body.next ?? "");
    next.current = told.body.next === null ? null : `${page}?${query.toString()}`;
    setMore(next.current);
    return told.body.items;
  }

  /** One reading at a time; whoever asks meanwhile is told of the same. @returns what was put at the end */
  async function read(): Promise<DeskItem[]> {
    if (next.current === null) return [];
    reading.current ??= ask(next.current).finally(() => {
      reading.current = null;
    });
    return reading.current;
  }
  return { more, read };
}
