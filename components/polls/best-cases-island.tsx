"use client";

import { useEffect, useState } from "react";
import { BEST_CASES_DRAWN, fetchDebate, POLL_CHANGED } from "@/client/polls";
import type { Debate } from "@/domain/polls/debate/debate";
import type { PollView } from "@/domain/polls/poll";
import { BestCases } from "./best-cases";

type Shown = { poll: PollView; debate: Pick<Debate, "cases" | "results"> };

/**
 * The best case for each side above the discussion, once the reader may see stances: drawn with the page where that is
 * everybody, else asked for, and asked again when the reader votes. Absent while no side has one.
 */
export function BestCasesIsland({ slug, shown }: { slug: string; shown: Shown | null }) {
  const [now, setNow] = useState(shown);
  useEffect(() => {
    const ask = () =>
      void fetchDebate(slug).then((told) => {
        if (told.ok && told.body.debate) setNow({ poll: told.body.poll, debate: told.body.debate });
      });
    if (!shown) ask();
    document.addEventListener(POLL_CHANGED, ask);
    return () => {
      document.removeEventListener(POLL_CHANGED, ask);
    };
  }, [slug, shown]);
  useEffect(() => {
    if (now) document.dispatchEvent(new Event(BEST_CASES_DRAWN));
  }, [now]);
  if (!now?.debate.cases.some(({ comment }) => comment !== null)) return null;
  return <BestCases poll={now.poll} debate={now.debate} />;
}
