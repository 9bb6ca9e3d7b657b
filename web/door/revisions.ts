import "server-only";

import { z } from "zod";
import { ComparisonSchema, RevisionListSchema } from "@/domain/articles/revisions/answers";
import { comparison, revisionsOf } from "@/domain/articles/revisions/queries";
import { Revision } from "@/domain/articles/drafts/schema";
import { NotFound } from "@/platform/refusal";
import { ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { member } from "@/web/route/who";

/** Every text an article had, for editors and moderators. */
export function revisions(door: Door): void {
  door.get("/articles/{slug}/revisions", {
    who: member,
    output: { 200: RevisionListSchema },
    summary: "The revisions of an article, newest first (editors and moderators)",
    query: z.strictObject({ before: Revision.optional() }),
    run: async ({ params, query, actor }) => ok(await revisionsOf(params.slug, query.before ?? null, actor)),
  });
  door.get("/articles/{slug}/revisions/{number}", {
    who: member,
    output: { 200: ComparisonSchema },
    summary:
      "What changed in a revision, field by field and word by word, since the one before or since another",
    query: z.strictObject({ since: Revision.optional() }),
    run: async ({ params, query, actor }) => {
      const to = Revision.safeParse(params.number);
      if (!to.success) throw new NotFound();
      const from = query.since ?? Math.max(1, to.data - 1);
      return ok(await comparison(params.slug, { from, to: to.data }, actor));
    },
  });
}
