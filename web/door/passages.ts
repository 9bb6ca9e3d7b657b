import "server-only";

import { z } from "zod";
import { articlePath } from "@/domain/articles/article";
import { articleBySlug } from "@/domain/articles/queries";
import { CommentPageSchema } from "@/domain/comments/answers";
import { ANNOTATIONS, annotationPage, annotationsPath } from "@/domain/passages/annotation";
import { annotationsOf } from "@/domain/passages/annotations";
import { PassageCountsSchema } from "@/domain/passages/answers";
import { commentsAbout } from "@/domain/passages/queries";
import { BlockNumber } from "@/domain/passages/schema";
import { NotFound } from "@/platform/refusal";
import { ok } from "@/web/route/answer";
import { anyone } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";
import { absoluteUrl } from "@/web/absolute-url";
import * as t from "#messages/api";
import * as words from "#messages/passages";

/** Which words of an article are argued about, and what is said about them. */
export function passages(door: Door): void {
  door.get("/articles/{slug}/passages", {
    who: anyone,
    output: { 200: PassageCountsSchema },
    coalesce: true,
    summary:
      "How many comments are about each block of the article; block 0 counts those about an earlier wording",
    run: async ({ params }) => {
      const article = await articleBySlug(params.slug);
      if (!article) throw new NotFound(t.articleNotFound);
      return ok({ revision: article.revision, items: article.passages });
    },
  });

  door.get("/articles/{slug}/passages/{block}", {
    who: anyone,
    output: { 200: CommentPageSchema },
    coalesce: true,
    query: z.strictObject({ after: z.string().max(1_000).optional() }),
    summary:
      "The comments about one block of the article, newest first; `earlier` for those about an earlier wording",
    run: async ({ params, query, actor }) => {
      const block = BlockNumber.safeParse(params.block);
      if (!block.success) throw new NotFound(words.thereIsNoSuchPassage);
      return ok(await commentsAbout(params.slug, { block: block.data, ...query }, actor));
    },
  });

  door.get("/articles/{slug}/annotations", {
    who: anyone,
    output: { 200: { media: "application/ld+json" } },
    query: z.strictObject({ after: z.uuid({ error: t.thatCannotBeUnderstood }).toLowerCase().optional() }),
    summary:
      "The comments about passages of the article, newest first, as a page of W3C Web Annotations (JSON-LD)",
    run: async ({ params, query: { after }, actor }) => {
      const { items, next } = await annotationsOf(params.slug, after, actor);
      const path = annotationsPath(params.slug);
      const page = annotationPage(items, {
        article: absoluteUrl(articlePath(params.slug)),
        page: absoluteUrl(after === undefined ? path : `${path}?after=${after}`),
        next: next === null ? null : absoluteUrl(`${path}?after=${next}`),
        absolute: absoluteUrl,
      });
      return new Response(JSON.stringify(page), { headers: { "content-type": ANNOTATIONS } });
    },
  });
}
