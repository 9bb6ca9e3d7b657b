import "server-only";

import { publishDueTallies } from "@/domain/polls/commands";
import type { Job } from "@/platform/jobs";

/** What the polls do by themselves. A full batch waits ten seconds anyway; a few more nobody minds. */
export const pollJobs: readonly Job[] = [
  { name: "publish tallies", everySeconds: 3, run: publishDueTallies },
];
