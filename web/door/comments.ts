import "server-only";

import type { CommentView } from "@/domain/comments/comment";
import { post } from "@/domain/comments/post";
import { edit } from "@/domain/comments/edit";
import { history } from "@/domain/comments/history";
import { visit } from "@/domain/comments/viewer-state";
import { page, readThread } from "@/domain/comments/queries";
import { react, takeBackReaction } from "@/domain/comments/react";
import {
  EditComment,
  NewComment,
  NewReaction,
  NewVisit,
  Preview,
  SidePageQuery,
} from "@/domain/comments/schema";
import { readSide } from "@/domain/comments/sides";
import { hideStance, undoWithdraw, withdraw } from "@/domain/comments/withdraw";
import { renderComment } from "@/domain/prose/comment";
import {
  CommentContextSchema,
  CommentPageSchema,
  HistorySchema,
  OneCommentSchema,
  PreviewedSchema,
  ReactedSchema,
} from "@/domain/comments/answers";
import { created, done, ok } from "@/web/route/answer";
import { perMinute } from "@/web/protection/rate-limit";
import { anyone, member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";
import * as t from "#messages/api";

/** Where a comment can be linked to. */
const addressOf = (comment: { id: string }): string => `/comments/${comment.id}`;

export function comments(door: Door): void {
  inTheThread(door);
  oneComment(door);
  reactions(door);
}

function inTheThread(door: Door): void {
  door.get("/articles/{slug}/comments", {
    who: anyone,
    output: { 200: CommentPageSchema },
    coalesce: true,
    query: SidePageQuery,
    summary:
      "A page of the discussion: the top comments, the replies to `parent`, or all comments of one `side`",
    run: async ({ params, query: { side, ...query }, actor }) =>
      ok(
        side === undefined
          ? await page(params.slug, query, actor)
          : await readSide(params.slug, { ...query, side }, actor),
      ),
  });

  door.post("/articles/{slug}/comments", {
    who: member,
    output: { 201: OneCommentSchema },
    input: NewComment,
    example: { body: "That depends on *who* pays." },
    limit: perMinute(6),
    keepsKey: true,
    afterSignIn: t.signedInAndPosted,
    summary: "Post a comment, or a reply to `parentId`",
    run: async ({ params, input, actor, once }) => {
      const answerTo = (comment: CommentView) => created({ comment }, { location: addressOf(comment) });
      return answerTo(await post(params.slug, input, actor, once(answerTo)));
    },
  });

  door.put("/articles/{slug}/visit", {
    who: member,
    output: { 204: null },
    input: NewVisit,
    example: { at: "2026-11-23T09:00:00Z" },
    summary: "Mark the discussion as read up to `at`",
    run: async ({ params, input, actor }) => {
      await visit(params.slug, input, actor);
      return done();
    },
  });

  door.post("/preview", {
    who: member,
    output: { 200: PreviewedSchema },
    input: Preview,
    example: { body: "That depends on *who* pays." },
    limit: perMinute(60),
    replay: false,
    summary: "Preview a comment's Markdown",
    run: ({ input }) => Promise.resolve(ok({ html: renderComment(input.body) })),
  });
}

function oneComment(door: Door): void {
  door.get("/comments/{id}", {
    who: anyone,
    output: { 200: CommentContextSchema },
    coalesce: true,
    summary: "A comment with its ancestors and first replies",
    run: async ({ params, actor }) => ok(await readThread(params.id, actor)),
  });

  door.patch("/comments/{id}", {
    who: member,
    output: { 200: OneCommentSchema },
    input: EditComment,
    example: { body: "That depends on who pays, and when.", revision: 1 },
    limit: perMinute(20),
    summary: "Edit your own comment, within the edit window",
    run: async ({ params, input, actor }) => {
      const comment = await edit(params.id, input, actor);
      return ok({ comment }, { location: addressOf(comment) });
    },
  });

  door.delete("/comments/{id}", {
    who: member,
    output: { 200: OneCommentSchema },
    summary: "Withdraw your own comment",
    run: async ({ params, actor }) => {
      const comment = await withdraw(params.id, actor);
      return ok({ comment }, { location: addressOf(comment) });
    },
  });

  door.post("/comments/{id}/restore", {
    who: member,
    output: { 200: OneCommentSchema },
    limit: perMinute(20),
    summary: "Restore your own withdrawn comment, for a limited time",
    run: async ({ params, actor }) => {
      const comment = await undoWithdraw(params.id, actor);
      return ok({ comment }, { location: addressOf(comment) });
    },
  });

  door.delete("/comments/{id}/stance", {
    who: member,
    output: { 200: OneCommentSchema },
    summary: "Hide your vote on this comment",
    run: async ({ params, actor }) => {
      const comment = await hideStance(params.id, actor);
      return ok({ comment }, { location: addressOf(comment) });
    },
  });

  door.get("/comments/{id}/history", {
    who: anyone,
    output: { 200: HistorySchema },
    summary: "Every version of a comment, with the changes",
    run: async ({ params, actor }) => ok({ steps: await history(params.id, actor) }),
  });
}

function reactions(door: Door): void {
  door.put("/comments/{id}/reaction", {
    who: member,
    output: { 200: ReactedSchema },
    input: NewReaction,
    example: { kind: "respect" },
    limit: perMinute(60),
    afterSignIn: t.signedInAndReacted,
    summary: "React to a comment, replacing any earlier reaction",
    run: async ({ params, input, actor }) =>
      ok(await react(params.id, input.kind, actor), { location: addressOf(params) }),
  });

  door.delete("/comments/{id}/reaction", {
    who: member,
    output: { 200: ReactedSchema },
    limit: perMinute(60),
    summary: "Remove your reaction",
    run: async ({ params, actor }) =>
      ok(await takeBackReaction(params.id, actor), { location: addressOf(params) }),
  });
}
