import type { Metadata } from "next";
import type { ArticleAuthor } from "@/domain/articles/author";
import { SHARE_HEIGHT, SHARE_WIDTH } from "@/domain/articles/share-svg";
import { drawnPath, sharedPath, sharedSize, type LeadPicture } from "@/domain/pictures/picture";
import { absoluteUrl } from "@/web/absolute-url";
import { openGraphLocale } from "@/domain/site/site";
import { siteSettings } from "@/web/pages/site";
import { LANGUAGE } from "#messages/locale";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

const SIZE = { width: SHARE_WIDTH, height: SHARE_HEIGHT };

/** The picture of every page that has none of its own, made once, saying nothing about any poll. */
const PICTURE = {
  url: absoluteUrl("/share.png"),
  ...SIZE,
  alt: t.mootAQuestion,
};

type Page = {
  title: string;
  description: string;
  path: string;
  /** A feed of its own besides the site's. */
  feed?: string;
  /** The article that is drawn for those who share the page, and which state of it. */
  drawn?: { slug: string; version: string };
  article?: {
    publishedAt: Date;
    revisedAt: Date;
    authors: ArticleAuthor[];
    tags: string[];
    picture: LeadPicture | null;
  };
};

/**
 * What a public page tells search engines and those who share it: its one address, what it is about, and the feeds.
 * A poll's results never stand here, whoever may see them: what is shared is seen by everyone.
 */
export async function pageMetadata({
  title,
  description,
  path,
  feed,
  article,
  drawn,
}: Page): Promise<Metadata> {
  const { name, language } = await siteSettings();
  const feeds = [{ url: absoluteUrl("/feed.xml"), title: name }];
  if (article)
    feeds.unshift({ url: absoluteUrl(`${path}/feed.xml`), title: say(t.theDiscussionOf, { title }) });
  const picture = article?.picture
    ? ownPicture(article.picture)
    : drawn
      ? {
          ...SIZE,
          url: absoluteUrl(drawnPath(drawn.slug, drawn.version)),
          alt: say(t.shareAlt, { title, name }),
        }
      : PICTURE;
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
      locale: openGraphLocale(article ? language : LANGUAGE),
      images: [picture],
      ...(article
        ? {
            type: "article",
            publishedTime: article.publishedAt.toISOString(),
            modifiedTime: article.revisedAt.toISOString(),
            authors: article.authors.map(({ name }) => name),
            tags: article.tags,
          }
        : { type: "website" }),
    },
    twitter: {
      card: "summary_large_image",
      title,
      description,
      images: [{ url: picture.url, alt: picture.alt }],
    },
  };
}

const ownPicture = (picture: LeadPicture) => ({
  url: absoluteUrl(sharedPath(picture)),
  ...sharedSize(picture),
  alt: picture.alt,
});
