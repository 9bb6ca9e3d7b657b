import { readingMinutes, type Article } from "@/domain/articles/article";

/**
 * The article as schema.org's Article, for search engines. It counts its replies, which everyone sees, and says
 * nothing of the poll, whose results not everyone may see.
 * `address` is the article's whole address, `site` that of the front page.
 */
export const articleFacts = (article: Article, { address, site }: { address: string; site: string }) => ({
  "@type": "Article",
  "@id": `${address}#article`,
  headline: article.title,
  description: article.standfirst,
  author: { "@type": "Person", name: article.author },
  publisher: { "@type": "Organization", name: "Moot", url: site },
  datePublished: article.publishedAt.toISOString(),
  dateModified: article.revisedAt.toISOString(),
  version: article.revision,
  wordCount: article.words,
  timeRequired: `PT${readingMinutes(article.words)}M`,
  keywords: article.tags,
  inLanguage: "en",
  isAccessibleForFree: true,
  url: address,
  mainEntityOfPage: address,
  discussionUrl: `${address}#discussion`,
  commentCount: article.comments,
});
