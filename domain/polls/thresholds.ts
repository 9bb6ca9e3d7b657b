import { FEWEST_SHOWN } from "./poll";
import { SIDE_BATCH } from "./statistics/bridging";
import { FEWEST_GUESSES, GUESS_STEP } from "./statistics/guess";
import { BESIDES_STEP, FEWEST_MOVED, GAIN_STEP } from "./statistics/movement";
import { BUCKET_SIDE } from "./statistics/opinion-over-time";
import * as publish from "./statistics/publish";

/** Two friends cannot honour each other without end: so many times one member may name another as who moved them. */
export const HONOURS_EACH = 3;

/** What changed a mind is published after so long, and at a moment within so long after that: so that nobody times it. Hours. */
const RIPENS_AFTER_HOURS = 24;
const RIPENS_WITHIN_HOURS = 12;
/** Where the switch or the comment does not stand at that moment, it is looked at again. Hours. */
const RIPENS_AGAIN_HOURS = 24;

/** Flows and opinion of a poll are looked at for so long after its last change: a bucket waits for the end of its day, and to fill. */
const DEBATE_DAYS = 7;

/** Who changed their vote, and when, is kept until so long after the close: then the figures made from it stand, and it goes. */
const CHANGES_KEPT_DAYS = 90;

/** What the database decides by of polls, see `domain/thresholds.ts`. */
export const POLL_THRESHOLDS: Readonly<Record<string, number>> = {
  fewest_shown: FEWEST_SHOWN,
  crowd: publish.CROWD,
  crowd_share: publish.CROWD_SHARE,
  late_crowd: publish.LATE_CROWD,
  late_after_seconds: publish.LATE_AFTER_SECONDS,
  small_poll: publish.SMALL_POLL,
  crowd_again_seconds: publish.CROWD_AGAIN_SECONDS,
  established_seconds: publish.ESTABLISHED_SECONDS,
  established_comments: publish.ESTABLISHED_COMMENTS,
  jitter_seconds: publish.JITTER_SECONDS,
  batch_seconds: publish.BATCH_SECONDS,
  quiet_share: publish.QUIET_SHARE,
  quiet_at_most_seconds: publish.QUIET_AT_MOST_SECONDS,
  side_batch: SIDE_BATCH,
  bucket_side: BUCKET_SIDE,
  gain_step: GAIN_STEP,
  besides_step: BESIDES_STEP,
  fewest_moved: FEWEST_MOVED,
  fewest_guesses: FEWEST_GUESSES,
  guess_step: GUESS_STEP,
  honours_each: HONOURS_EACH,
  ripens_after_hours: RIPENS_AFTER_HOURS,
  ripens_within_hours: RIPENS_WITHIN_HOURS,
  ripens_again_hours: RIPENS_AGAIN_HOURS,
  debate_days: DEBATE_DAYS,
  changes_kept_days: CHANGES_KEPT_DAYS,
};
