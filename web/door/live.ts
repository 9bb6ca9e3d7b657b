import "server-only";

import { z } from "zod";
import { articleBySlug } from "@/domain/articles/queries";
import { MissedSchema } from "@/domain/events/answers";
import { isBehind, readCursor, writeCursor, type Cursor } from "@/domain/events/cursor";
import { BATCH, eventsSince, isAllKeptSince, presentCursor, type Happened } from "@/domain/events/queries";
import { follow } from "@/domain/events/subscriptions";
import { memberBySession, sessionIdOf } from "@/domain/members/queries";
import { currentClient } from "@/platform/client";
import { NotFound } from "@/platform/refusal";
import { perMinute } from "@/web/protection/rate-limit";
import { alreadyBegun, ok } from "@/web/route/answer";
import { anyone } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";
import { acquireStream } from "@/web/server/connection-limit";
import { asMessages, message } from "@/web/live/message";
import { ReplayThenFollow } from "@/web/live/replay-then-follow";
import { openStream, type Stream } from "@/web/live/stream";
import * as t from "#messages/api";

/** Who was away for more than this reads the page anew, which is cheaper for both. */
const REPLAYED = 500;

/**
 * Server-sent events of one article: what happened, by ids only. It begins where the reader left off: at `Last-Event-ID`
 * after a break, at `since` for a page that says as of when it was drawn, else now.
 */
export function live(door: Door): void {
  door.get("/articles/{slug}/live", {
    who: anyone,
    output: { 200: { media: "text/event-stream" } },
    query: z.strictObject({ since: z.string().max(50).optional() }),
    summary: "Server-sent events: changes in the discussion, ids only",
    run: async ({ params, query, actor, headers, outgoing }) => {
      const article = await articleBySlug(params.slug);
      if (!article) throw new NotFound(t.articleNotFound);
      let stream: Stream | null = null;
      const release = acquireStream(actor?.id ?? null, currentClient(), () => stream?.end());
      stream = openStream(outgoing, release);
      const last = headers["last-event-id"] ?? query.since;
      void begin(stream, article.id, typeof last === "string" ? last : null).catch(() => stream.end());
      if (actor?.sessionToken) void endWith(actor.id, actor.sessionToken, stream).catch(() => stream.end());
      return alreadyBegun;
    },
  });
}

/** The same for whom no stream holds, or who has no connection to spare for one: asked again and again, each time from where the last ended. */
export function missedEvents(door: Door): void {
  door.get("/articles/{slug}/events", {
    who: anyone,
    output: { 200: MissedSchema },
    query: z.strictObject({ since: z.string().max(50) }),
    summary: "Changes in the discussion since then, ids only",
    limit: perMinute(60),
    run: async ({ params, query }) => {
      const article = await articleBySlug(params.slug);
      if (!article) throw new NotFound(t.articleNotFound);
      const { reset, said, missed } = await missedSince(article.id, query.since);
      const events = missed.map(({ kind, subject_id, parent_id, root_id }) => ({
        kind,
        id: subject_id,
        parentId: parent_id,
        rootId: root_id,
      }));
      return ok({ position: writeCursor(said), reset, events: reset ? [] : events });
    },
  });
}

/** With the session, or with all of a member's. It is looked at again once both are followed, for it may have ended meanwhile. */
async function endWith(memberId: string, token: string, stream: Stream): Promise<void> {
  const session = await sessionIdOf(token);
  for (const subject of session === null ? [] : [memberId, session])
    stream.onEnd(await follow(subject, () => stream.end()));
  if (!(await memberBySession(token))) stream.end();
}

/** Follows first and replays then, so that nothing falls between the two; what came twice is said once. */
async function begin(stream: Stream, articleId: string, last: string | null): Promise<void> {
  const joined = new ReplayThenFollow((happened) => stream.send(asMessages(happened)));
  stream.onEnd(await follow(articleId, joined.hear));
  joined.replayed(await replay(stream, articleId, last));
}

/** @returns the place up to which everything has been said */
async function replay(stream: Stream, articleId: string, last: string | null): Promise<Cursor> {
  const { reset, said, missed } = await missedSince(articleId, last);
  stream.send(message(writeCursor(said), { kind: reset ? "reset" : "hello" }));
  if (!reset) stream.send(asMessages(missed));
  return said;
}

type Missed = { reset: boolean; said: Cursor; missed: Happened[] };

/** What was missed since `last`, and the place up to which that is everything; `reset` when it cannot be told or is too much. */
async function missedSince(articleId: string, last: string | null): Promise<Missed> {
  const present = await presentCursor();
  const place = last === null ? present : readCursor(last);
  // From the future: the database was restored, or is another since, and counts its transactions anew.
  const from = place !== null && isBehind(place, present) ? null : place;
  const missed: Happened[] = [];
  for (let next = from; next;) {
    const some = await eventsSince(next, articleId);
    missed.push(...some.filter((one) => one.shown));
    const newest = some.at(-1);
    if (!newest || missed.length > REPLAYED) break;
    next = { tx: newest.tx, id: newest.id };
    if (some.length < BATCH) break;
  }
  // Asked last, so that nothing was forgotten while it was read.
  const reset = from === null || missed.length > REPLAYED || !(await isAllKeptSince(from));
  const said = reset
    ? present
    : missed.reduce<Cursor>((newest, one) => (isBehind(one, newest) ? one : newest), from);
  return { reset, said, missed };
}
