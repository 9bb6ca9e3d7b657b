import "server-only";

import { InboxSchema, MailChoiceSchema } from "@/domain/inbox/answers";
import { markCommentsRead, markOneRead, markRead, markTheseRead } from "@/domain/inbox/commands";
import { kindsIn } from "@/domain/inbox/groups";
import { chooseMail, mailChoiceOf } from "@/domain/inbox/mails/choices";
import { stopPath } from "@/domain/inbox/mails/stop";
import { resumeMails, stopMails } from "@/domain/inbox/mails/unsubscribe";
import { inboxOf, unreadCount } from "@/domain/inbox/queries";
import {
  ChangedMail,
  InboxQuery,
  OneClick,
  OneClickBody,
  ReadNotices,
  StopMails,
} from "@/domain/inbox/schema";
import { perHour } from "@/web/protection/rate-limit";
import { done, ok } from "@/web/route/answer";
import { EXAMPLE_ID } from "@/web/route/openapi-words";
import { anyone, member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";
import * as t from "#messages/notices";

export function inbox(door: Door): void {
  door.get("/inbox", {
    who: member,
    output: { 200: InboxSchema },
    summary: "Your notices, newest first; all, one part of them, or one kind",
    query: InboxQuery,
    run: async ({ query: { after, only }, actor }) =>
      ok({
        ...(await inboxOf({ after, kinds: only && kindsIn(only) }, actor)),
        unread: await unreadCount(actor),
      }),
  });

  door.post("/inbox/{id}/read", {
    who: member,
    output: { 204: null },
    summary: "Mark one notice as read",
    run: async ({ params, actor }) => {
      await markOneRead(params.id, actor);
      return done({ location: "/inbox" });
    },
  });

  door.post("/inbox/read", {
    who: member,
    output: { 204: null },
    summary: "Mark notices as read: all of them, up to and including one, some, or those about some comments",
    input: ReadNotices,
    example: { upTo: EXAMPLE_ID },
    run: async ({ input: { upTo, ids, comments }, actor }) => {
      if (comments) await markCommentsRead(comments, actor);
      else if (ids) await markTheseRead(ids, actor);
      else await markRead(upTo ?? null, actor);
      return done({ location: "/inbox" });
    },
  });

  door.get("/account/mail", {
    who: member,
    output: { 200: MailChoiceSchema },
    summary: "Which notices come by mail, too",
    run: async ({ actor }) => ok(await mailChoiceOf(actor)),
  });

  door.patch("/account/mail", {
    who: member,
    output: { 204: null },
    summary: "Choose which notices come by mail, and how often a digest",
    input: ChangedMail,
    example: { kinds: ["reply", "mention"], digest: "weekly" },
    run: async ({ input, actor }) => {
      await chooseMail(input, actor);
      return done({ location: "/account?said=mail#mail" });
    },
  });
}

/** One address asks for at most so much: a mail has a handful of links. */
const STOPPED = perHour(120);

/** What a link in a mail ends, without a session: by a form, or by the mail program itself. */
export function unsubscribe(door: Door): void {
  door.post("/unsubscribe", {
    who: anyone,
    output: { 204: null },
    summary: "End mails of one kind, of one discussion, or all, by a link in a mail",
    input: StopMails,
    example: { token: "q".repeat(150), stop: "reply" },
    limit: STOPPED,
    replay: false,
    run: async ({ input: { token, stop } }) => {
      const { before } = await stopMails(token, stop);
      return done({ location: stopPath(token, { stop, said: before ? "before" : "stopped" }) });
    },
  });

  door.post("/unsubscribe/undo", {
    who: anyone,
    output: { 204: null },
    summary: "Take back what a link in a mail has ended",
    input: StopMails,
    example: { token: "q".repeat(150), stop: "reply" },
    limit: STOPPED,
    replay: false,
    run: async ({ input: { token, stop } }) => {
      await resumeMails(token, stop);
      return done({ location: stopPath(token, { stop, said: "undone" }) });
    },
  });

  door.post("/unsubscribe/one-click", {
    who: anyone,
    output: { 200: { media: "text/plain" } },
    summary: "End all mails, as a mail program does it (RFC 8058)",
    query: OneClick,
    input: OneClickBody,
    example: { "List-Unsubscribe": "One-Click" },
    limit: STOPPED,
    replay: false,
    run: async ({ query: { token } }) => {
      await stopMails(token, "all");
      // Mail programs follow no redirect.
      return new Response("Unsubscribed.\n", { headers: { "content-type": "text/plain; charset=utf-8" } });
    },
  });

  door.get("/unsubscribe/one-click", {
    who: anyone,
    output: { 200: { media: "text/plain" } },
    summary: "Where a mail program opens the same link: the page that asks, and changes nothing",
    query: OneClick,
    run: ({ query: { token } }) =>
      new Response(t.pageThatEndsMails, {
        headers: {
          "content-type": "text/plain; charset=utf-8",
          refresh: `0; url=${stopPath(token, { stop: "all" })}`,
        },
      }),
  });
}
