import "server-only";

import { articleBySlug } from "@/domain/articles/queries";
import { viewerState } from "@/domain/comments/viewer-state";
import { OverlayQuery } from "@/domain/comments/schema";
import { mailWay } from "@/domain/mail/way";
import { pollOverlay } from "@/domain/polls/queries";
import { NotFound } from "@/platform/refusal";
import { ViewerSchema } from "@/domain/comments/answers";
import { ok } from "@/web/route/answer";
import { anyone } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";
import * as t from "#messages/api";

/** What a person adds to a public page of an article, in one small call. */
export function viewer(door: Door): void {
  door.get("/articles/{slug}/viewer", {
    who: anyone,
    output: { 200: ViewerSchema },
    query: OverlayQuery,
    summary: "Your permissions, vote and reactions in this article",
    run: async ({ params, query, actor }) => {
      const article = await articleBySlug(params.slug);
      if (!article) throw new NotFound(t.articleNotFound);
      const [discussion, poll] = await Promise.all([
        viewerState(params.slug, query.ids ?? [], actor),
        pollOverlay(article, actor),
      ]);
      const me = actor && {
        handle: actor.handle,
        name: actor.name,
        role: actor.role,
        suspended: actor.suspension !== null,
        first: actor.approvedCount === 0,
        mailed: mailWay() !== "none",
      };
      return ok({ member: me, discussion, poll });
    },
  });
}
