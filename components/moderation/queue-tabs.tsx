import { QUEUES, type Queue } from "@/domain/moderation/queue/queue";
import { QUEUE_NAMES } from "./sentences";
import textStyles from "@/components/ui/text.module.css";
import styles from "./queue-tabs.module.css";
import * as t from "#messages/desk";

type Props = {
  counts: Record<Queue, number>;
  current: Queue | null;
  /** Where counting stopped, for who moderates some articles only. */
  countedTo?: number;
};

/** Every queue with how much is in it. */
export function QueueTabs({ counts, current, countedTo = Infinity }: Props) {
  return (
    <nav aria-label={t.queues} className={styles.tabs}>
      {QUEUES.map((queue) => (
        <a
          key={queue}
          href={`/moderation?queue=${queue}`}
          aria-current={queue === current ? "page" : undefined}
        >
          {QUEUE_NAMES[queue]}{" "}
          <span className={textStyles.figure}>
            {counts[queue]}
            {counts[queue] >= countedTo && "+"}
          </span>
        </a>
      ))}
    </nav>
  );
}
