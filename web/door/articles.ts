import "server-only";

import { z } from "zod";
import { articlePath, readingMinutes, type Article, type ArticleCard } from "@/domain/articles/article";
import { articleBySlug, articles as listArticles } from "@/domain/articles/queries";
import { NotFound } from "@/platform/refusal";
import { anyone, ok, type Door } from "@/web/frame";
import { absoluteUrl } from "@/web/absolute-url";

/** The same for everyone, so whoever stands between may keep it as long as we keep a page ourselves. */
const SHARED = { headers: { "cache-control": "public, max-age=2" } };

const Time = z.iso.datetime();

const Card = z.strictObject({
  slug: z.string(),
  url: z.url(),
  title: z.string(),
  standfirst: z.string(),
  author: z.string(),
  tags: z.array(z.string()),
  words: z.int(),
  minutes: z.int(),
  revision: z.int(),
  publishedAt: Time,
  revisedAt: Time,
  comments: z.int(),
});

const Whole = Card.extend({
  html: z.string(),
  callToAction: z
    .strictObject({
      kind: z.enum(["link", "download"]),
      label: z.string(),
      href: z.string(),
      text: z.string(),
    })
    .nullable(),
  commentsState: z.enum(["open", "closed", "locked"]),
  closesAt: Time.nullable(),
});

const List = z.strictObject({ items: z.array(Card), next: z.string().nullable() });

/** Articles, to be read: they are written in files and published by `moot article publish`. */
export function articles(door: Door): void {
  door.get("/articles", {
    who: anyone,
    alike: true,
    summary: "Articles, the newest first",
    query: z.strictObject({ after: z.string().max(200).optional() }),
    output: List,
    run: async ({ query }) => {
      const { items, next } = await listArticles(query.after ?? null);
      return ok({ items: items.map(cardOf), next } satisfies z.input<typeof List>, SHARED);
    },
  });

  door.get("/articles/{slug}", {
    who: anyone,
    alike: true,
    summary: "An article with its text",
    output: Whole,
    run: async ({ params }) => {
      const article = await articleBySlug(params.slug);
      if (!article) throw new NotFound("There is no article of that name.");
      return ok(wholeOf(article) satisfies z.input<typeof Whole>, SHARED);
    },
  });
}

function cardOf({ publishedAt, revisedAt, ...card }: ArticleCard) {
  const { slug, title, standfirst, author, tags, words, revision, comments } = card;
  return {
    ...{ slug, url: absoluteUrl(articlePath(slug)), title, standfirst, author, tags },
    ...{ words, minutes: readingMinutes(words), revision, comments },
    publishedAt: publishedAt.toISOString(),
    revisedAt: revisedAt.toISOString(),
  };
}

const wholeOf = (article: Article) => ({
  ...cardOf(article),
  html: article.html,
  callToAction: article.callToAction,
  commentsState: article.commentsState,
  closesAt: article.closesAt?.toISOString() ?? null,
});
