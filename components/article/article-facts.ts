import type { firstCommentsFacts } from "@/components/comments/comment-facts";
import { isReserved } from "@/domain/members/handle";
import { sharedPath, sharedSize, drawnPath } from "@/domain/pictures/picture";
import type { ArticleAuthor } from "@/domain/articles/author";
import { listingPath } from "@/domain/articles/listing";
import { lastChange, readingMinutes, type Article } from "@/domain/articles/article";

type Comments = ReturnType<typeof firstCommentsFacts>;

/**
 * The article as schema.org's Article, for search engines. It counts its replies, which everyone sees, and says
 * nothing of the poll, whose results not everyone may see. A name that no member may have is not a person's.
 * `url` is the article's whole url, `site` that of the front page, `name` the site's, `logo` the whole url of its picture, `comments` the first of its discussion.
 */
export const articleFacts = (
  article: Article,
  {
    url,
    site,
    name,
    language,
    logo,
    comments,
  }: { url: string; site: string; name: string; language: string; logo: string; comments: Comments },
) => ({
  "@type": "Article",
  "@id": `${url}#article`,
  headline: article.title,
  description: article.standfirst,
  author: article.authors.map((author) => authorFacts(author, site.replace(/\/$/, ""))),
  publisher: {
    "@type": "Organization",
    name,
    url: site,
    logo: { "@type": "ImageObject", url: logo },
  },
  datePublished: article.publishedAt.toISOString(),
  dateModified: lastChange(article).toISOString(),
  version: article.revision,
  wordCount: article.words,
  timeRequired: `PT${readingMinutes(article.words)}M`,
  keywords: article.tags,
  inLanguage: language,
  isAccessibleForFree: true,
  url,
  mainEntityOfPage: url,
  image: imageOf(article, site.replace(/\/$/, "")),
  discussionUrl: `${url}#discussion`,
  commentCount: article.comments,
  comment: comments,
});

const authorFacts = ({ name, handle }: ArticleAuthor, site: string) => ({
  "@type": handle === null && isReserved(name) ? "Organization" : "Person",
  name,
  url: site + (handle === null ? listingPath({ kind: "author", name }) : `/members/${handle}`),
});

const imageOf = ({ slug, revision, picture }: Article, site: string) =>
  picture
    ? {
        "@type": "ImageObject",
        url: site + sharedPath(picture),
        ...sharedSize(picture),
        ...(picture.caption !== "" && { caption: picture.caption }),
        ...(picture.credit !== "" && { creditText: picture.credit }),
      }
    : `${site}${drawnPath(slug, String(revision))}`;
