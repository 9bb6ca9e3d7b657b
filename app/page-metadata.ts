import type { Metadata } from "next";
import { absoluteUrl } from "@/web/absolute-url";
import { siteSettings } from "@/web/pages/site";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

/** One picture for every page: the site's own, made once, saying nothing about any poll. */
const PICTURE = {
  url: absoluteUrl("/share.png"),
  width: 1200,
  height: 630,
  alt: t.mootAQuestion,
};

type Page = {
  title: string;
  description: string;
  path: string;
  /** A feed of its own besides the site's. */
  feed?: string;
  article?: { publishedAt: Date; revisedAt: Date; author: string; tags: string[] };
};

/**
 * What a public page tells search engines and those who share it: its one address, what it is about, and the feeds.
 * A poll's results never stand here, whoever may see them: what is shared is seen by everyone.
 */
export async function pageMetadata({ title, description, path, feed, article }: Page): Promise<Metadata> {
  const { name } = await siteSettings();
  const feeds = [{ url: absoluteUrl("/feed.xml"), title: name }];
  if (article)
    feeds.unshift({ url: absoluteUrl(`${path}/feed.xml`), title: say(t.theDiscussionOf, { title }) });
  if (feed !== undefined) feeds.unshift({ url: absoluteUrl(feed), title: `${title} · ${name}` });
  return {
    title,
    description,
    alternates: {
      canonical: absoluteUrl(path),
      types: { "application/atom+xml": feeds },
    },
    openGraph: {
      title,
      description,
      url: absoluteUrl(path),
      siteName: name,
      locale: "en_GB",
      images: [PICTURE],
      ...(article
        ? {
            type: "article",
            publishedTime: article.publishedAt.toISOString(),
            modifiedTime: article.revisedAt.toISOString(),
            authors: [article.author],
            tags: article.tags,
          }
        : { type: "website" }),
    },
    twitter: { card: "summary_large_image", title, description, images: [PICTURE.url] },
  };
}
