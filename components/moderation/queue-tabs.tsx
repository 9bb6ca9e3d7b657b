import { QUEUES, type Queue } from "@/domain/moderation/queue/queue";
import { QUEUE_NAMES } from "./sentences";
import styles from "./desk.module.css";

/** Every queue with how much is in it; the counts are maintained, so this costs nothing. */
export function QueueTabs({ counts, current }: { counts: Record<Queue, number>; current: Queue | null }) {
  return (
    <nav aria-label="Queues" className={styles.tabs}>
      {QUEUES.map((queue) => (
        <a
          key={queue}
          href={`/moderation?queue=${queue}`}
          aria-current={queue === current ? "page" : undefined}
        >
          {QUEUE_NAMES[queue]} <span className={styles.count}>{counts[queue]}</span>
        </a>
      ))}
    </nav>
  );
}
