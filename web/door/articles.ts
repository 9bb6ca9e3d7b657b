import "server-only";

import { z } from "zod";
import { articlePath, readingMinutes, type Article, type ArticleCard } from "@/domain/articles/article";
import { articlesOfYear } from "@/domain/articles/archive";
import { yearIn } from "@/domain/articles/listing";
import { articlesUnder } from "@/domain/articles/listings";
import { articleBySlug, articles as listArticles } from "@/domain/articles/queries";
import { sharedPath, sharedSize, type LeadPicture } from "@/domain/pictures/picture";
import { NotFound } from "@/platform/refusal";
import { ArticleListSchema, ArticleSchema } from "@/domain/articles/answers";
import { ok } from "@/web/route/answer";
import { anyone } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";
import { absoluteUrl } from "@/web/absolute-url";
import * as t from "#messages/api";
import * as lists from "#messages/articles";

/** The same for everyone, so whoever stands between may keep it as long as we keep a page ourselves. */
const SHARED = { headers: { "cache-control": "public, max-age=2" } };

/** Articles, to be read: they are written in files and published by `moot article publish`. */
export function articles(door: Door): void {
  door.get("/articles", {
    who: anyone,
    output: { 200: ArticleListSchema },
    coalesce: true,
    summary: "Articles, newest first; of one tag, one author or one year",
    query: z
      .strictObject({
        after: z.string().max(200).optional(),
        tag: z.string().max(200).optional(),
        author: z.string().max(700).optional(),
        year: z
          .string()
          .transform((words) => yearIn(words))
          .pipe(z.int({ error: lists.aYearLooksLike }))
          .optional(),
      })
      .refine(
        ({ tag, author, year }) => [tag, author, year].filter((one) => one !== undefined).length < 2,
        lists.tagOrAuthor,
      ),
    run: async ({ query }) => {
      const { items, next } = await listed(query);
      return ok(
        { items: items.map((article) => ({ ...cardOf(article), poll: article.poll })), next },
        SHARED,
      );
    },
  });

  door.get("/articles/{slug}", {
    who: anyone,
    output: { 200: ArticleSchema },
    coalesce: true,
    summary: "An article with its text",
    run: async ({ params }) => {
      const article = await articleBySlug(params.slug);
      if (!article) throw new NotFound(t.articleNotFound);
      return ok(wholeOf(article), SHARED);
    },
  });
}

type ListQuery = { after?: string | undefined; tag?: string; author?: string; year?: number };

function listed({ after: asked, tag, author, year }: ListQuery) {
  const after = asked ?? null;
  if (tag !== undefined) return articlesUnder({ kind: "tag", name: tag }, after);
  if (author !== undefined) return articlesUnder({ kind: "author", name: author }, after);
  if (year !== undefined) return articlesOfYear(year, after);
  return listArticles(after);
}

function cardOf({ publishedAt, revisedAt, ...card }: ArticleCard) {
  const { slug, title, standfirst, author, authors, tags, picture, words, revision, comments } = card;
  return {
    ...{ slug, url: absoluteUrl(articlePath(slug)), title, standfirst, author, authors, tags },
    picture: picture && shown(picture),
    ...{ words, minutes: readingMinutes(words), revision, comments },
    publishedAt: publishedAt.toISOString(),
    revisedAt: revisedAt.toISOString(),
  };
}

const shown = ({ alt, caption, credit, ...picture }: LeadPicture) => ({
  url: absoluteUrl(sharedPath(picture)),
  ...sharedSize(picture),
  ...{ alt, caption, credit },
});

const wholeOf = (article: Article) => ({
  ...cardOf(article),
  html: article.html,
  callToAction: article.callToAction,
  commentsState: article.commentsState,
  closesAt: article.closesAt?.toISOString() ?? null,
});
