import type { Metadata } from "next";
import { absoluteUrl } from "@/web/absolute-url";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

const SITE_NAME = "Moot";

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
  article?: { publishedAt: Date; revisedAt: Date; author: string; tags: string[] };
};

/**
 * What a public page tells search engines and those who share it: its one address, what it is about, and the feeds.
 * A poll's results never stand here, whoever may see them: what is shared is seen by everyone.
 */
export function pageMetadata({ title, description, path, article }: Page): Metadata {
  return {
    title,
    description,
    alternates: {
      canonical: absoluteUrl(path),
      types: {
        "application/atom+xml": [
          ...(article
            ? [{ url: absoluteUrl(`${path}/feed.xml`), title: say(t.theDiscussionOf, { title }) }]
            : []),
          { url: absoluteUrl("/feed.xml"), title: SITE_NAME },
        ],
      },
    },
    openGraph: {
      title,
      description,
      url: absoluteUrl(path),
      siteName: SITE_NAME,
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
