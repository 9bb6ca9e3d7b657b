"use client";

import { useEffect, useState } from "react";
import { onQueueCounts, type QueueCounts } from "@/client/queue-counts";
import { QUEUES, type Queue } from "@/domain/moderation/queue/queue";
import { deskPath, type DeskFilters } from "./desk-path";
import { QUEUE_NAMES } from "./sentences";
import { Apart } from "@/components/ui/apart";
import textStyles from "@/components/ui/text.module.css";
import styles from "@/components/ui/tabs.module.css";
import * as t from "#messages/desk";

type Props = {
  counts: QueueCounts;
  current: Queue;
  /** What was asked of this queue, and is asked of the next. */
  asked: DeskFilters;
  /** Where counting stopped, for who moderates some articles only. */
  countedTo?: number;
};

/** Every queue with how much is in it, which with script moves as one decides. */
export function QueueTabs({ counts: first, current, asked, countedTo = Infinity }: Props) {
  const [counts, setCounts] = useState(first);
  useEffect(() => onQueueCounts(setCounts), []);
  return (
    <nav aria-label={t.queues} className={styles.tabs}>
      <Apart>
        {QUEUES.map((queue) => (
          <a
            key={queue}
            href={deskPath({ ...asked, queue })}
            aria-current={queue === current ? "page" : undefined}
          >
            {QUEUE_NAMES[queue]}{" "}
            <span className={textStyles.figure}>
              {counts[queue]}
              {counts[queue] >= countedTo && "+"}
            </span>
          </a>
        ))}
      </Apart>
    </nav>
  );
}
