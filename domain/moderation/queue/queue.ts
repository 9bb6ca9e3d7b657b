/** The desk's queues, in the order a moderator looks at them. */
export const QUEUES = ["reported", "held", "new", "appeals", "approved", "rejected"] as const;
export type Queue = (typeof QUEUES)[number];

/** What asks for a moderator; unseen comments may wait, decided ones are done. */
export const WAITING: readonly Queue[] = ["reported", "held", "appeals"];
