import "server-only";

import { forgetOldChanges, publishDebates, publishDue, ripenMindChanges } from "./publishing";
import { keepRecords } from "./record/commands";
import { giveSecondOpinion } from "./second-opinion/commands";
import type { Job } from "@/platform/jobs";

const A_DAY = 86_400;

/** What the polls do by themselves. A full batch waits ten seconds anyway; a few more nobody minds. */
export const pollJobs: readonly Job[] = [
  { name: "publish counts", everySeconds: 3, run: publishDue, long: true },
  { name: "publish debates", everySeconds: 60, run: publishDebates, long: true },
  { name: "ripen mind-changes", everySeconds: 300, run: ripenMindChanges },
  { name: "give second opinions", everySeconds: 60, run: giveSecondOpinion, long: true },
  { name: "keep records", everySeconds: 120, run: keepRecords, long: true },
  { name: "forget old changes of vote", everySeconds: A_DAY, run: forgetOldChanges, long: true },
];
