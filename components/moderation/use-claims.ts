import { useEffect, useRef, useState } from "react";
import { fetchStandings, claimItem, releaseItem } from "@/client/moderation";
import { tellQueueCounts } from "@/client/queue-counts";
import type { DeskItem, StandingDecision } from "@/domain/moderation/queue/queue";
import * as t from "#messages/desk";

/** Often enough that two moderators rarely meet on one comment, and little enough to be nothing: one small answer. Milliseconds. */
const ASK_EVERY = 5_000;
/** Half of a claim's life. */
const CLAIM_EVERY = 60_000;

/**
 * What the other moderators do meanwhile: tells where each open item stands, and says for the current one "I am looking".
 * @returns a sentence when asking fails, else nothing; and what asks at once how much is left, after a decision about a comment
 */
export function useClaims(
  open: DeskItem[],
  current: string | null,
  tell: (standing: StandingDecision) => void,
): { news: string; recount: (comment: string) => Promise<void> } {
  const [news, setNews] = useState("");
  const now = useRef({ ids: "", tell });
  useEffect(() => {
    now.current = { ids: open.flatMap(({ comment }) => comment?.id ?? []).join(","), tell };
  });
  useEffect(() => {
    async function ask() {
      if (document.hidden || now.current.ids === "") return;
      const told = await fetchStandings(now.current.ids.split(","));
      setNews(told.ok ? "" : t.othersDecisionsNotShown);
      if (!told.ok) return;
      tellQueueCounts(told.body.counts);
      for (const standing of told.body.items) now.current.tell(standing);
    }
    const timer = setInterval(() => void ask(), ASK_EVERY);
    return () => clearInterval(timer);
  }, []);
  const isOpen = open.some(({ id, can }) => id === current && (can.decide || can.answer));
  useEffect(() => {
    if (current === null || !isOpen) return undefined;
    void claimItem(current);
    const timer = setInterval(() => void claimItem(current), CLAIM_EVERY);
    return () => {
      clearInterval(timer);
      void releaseItem(current);
    };
  }, [current, isOpen]);
  return { news, recount };
}

async function recount(comment: string): Promise<void> {
  const told = await fetchStandings([comment]);
  if (told.ok) tellQueueCounts(told.body.counts);
}
