import "server-only";

import type { Cursor } from "./cursor";
import { BATCH, eventsSince, presentCursor, type Happened } from "./queries";
import { listen } from "@/platform/notifications";
import { log } from "@/platform/log";
import { processSingleton } from "@/platform/process-singleton";

/** Called with what has just been committed under one article, in order; everybody is handed the same array. */
export type Follower = (happened: readonly Happened[]) => void;

type Subscriptions = {
  followers: Map<string, Set<Follower>>;
  last: Cursor | null;
  reading: Promise<void> | null;
  again: boolean;
  stop: (() => void) | null;
};

const subscriptions = processSingleton<Subscriptions>("feed", () => ({
  followers: new Map(),
  last: null,
  reading: null,
  again: false,
  stop: null,
}));

/**
 * Follows one article from now on, or hears that one member or one session is gone. One reading of the events serves all followers of this
 * process. @returns the end of it
 */
export async function follow(subject: string, follower: Follower): Promise<() => void> {
  const others = subscriptions.followers.get(subject) ?? new Set();
  subscriptions.followers.set(subject, others.add(follower));
  subscriptions.stop ??= listen(look);
  if (subscriptions.last === null) {
    const now = await presentCursor();
    subscriptions.last ??= now;
  }
  return () => {
    others.delete(follower);
    if (others.size === 0 && subscriptions.followers.get(subject) === others)
      subscriptions.followers.delete(subject);
    if (subscriptions.followers.size > 0) return;
    subscriptions.stop?.();
    subscriptions.stop = null;
    subscriptions.last = null;
  };
}

/** Milliseconds until we look again for what we were poked about and may not read yet; the regular look comes at 2,000. */
const LOOK_AGAIN = [50, 100, 200, 400, 800];

/** Pokes that arrive while we read make us read once more, however many they are. */
function look(poked: boolean, tries = 0): void {
  if (subscriptions.reading) {
    subscriptions.again ||= poked;
    return;
  }
  subscriptions.reading = readOn()
    .then((found) => {
      // Somebody's transaction is older than what was announced, so it cannot be read in order yet.
      const wait = poked && !found ? LOOK_AGAIN[tries] : undefined;
      if (wait !== undefined) setTimeout(() => look(true, tries + 1), wait).unref();
    })
    .catch((error: unknown) => log.warn({ err: error }, "events could not be read"))
    .finally(() => {
      subscriptions.reading = null;
      if (!subscriptions.again) return;
      subscriptions.again = false;
      look(true);
    });
}

/** @returns whether there was anything to read */
async function readOn(): Promise<boolean> {
  for (let found = false; ; found = true) {
    if (!subscriptions.last) return found;
    const happened = await eventsSince(subscriptions.last, null);
    const newest = happened.at(-1);
    if (!newest) return found;
    subscriptions.last = { tx: newest.tx, id: newest.id };
    tell(happened);
    if (happened.length < BATCH) return true;
  }
}

/** Told to whoever follows the member or the session it names. */
const ENDS = new Set(["member.gone", "session.ended"]);

function tell(happened: Happened[]): void {
  const bySubject = new Map<string, Happened[]>();
  for (const one of happened) {
    const subject = ENDS.has(one.kind) ? one.subject_id : one.shown ? one.article_id : null;
    if (subject === null) continue;
    const list = bySubject.get(subject) ?? [];
    list.push(one);
    bySubject.set(subject, list);
  }
  for (const [subject, list] of bySubject)
    for (const follower of subscriptions.followers.get(subject) ?? []) follower(list);
}
