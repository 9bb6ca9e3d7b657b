import { atomFeed, wholeAddresses, xmlText, type FeedHead } from "@/domain/articles/atom";
import { isolated } from "@/domain/prose/isolates";
import { escapeHtml, type SafeHtml } from "@/domain/prose/safe-html";
import * as t from "#messages/following";
import { say } from "@/messages/say";

/** A comment that everybody can read, as a feed has it. `author` is null once their account is gone. */
export type CommentEntry = {
  id: string;
  articleTitle: string;
  author: string | null;
  html: SafeHtml;
  /** The words of the article it is about. */
  passage: string | null;
  postedAt: Date;
  editedAt: Date | null;
};

/** Comments as an Atom feed (RFC 4287); `site` is the site's address without a slash at its end. */
export const commentFeed = (
  head: Omit<FeedHead, "updated">,
  comments: readonly CommentEntry[],
  site: string,
): string =>
  atomFeed(
    { ...head, updated: new Date(Math.max(0, ...comments.map((one) => changedAt(one).getTime()))) },
    comments.map((one) => entryOf(one, site)),
    site,
  );

function entryOf(comment: CommentEntry, site: string): string {
  const path = `/comments/${comment.id}`;
  const url = xmlText(site + path);
  const name = comment.author ?? t.aFormerMember;
  return `  <entry>
    <id>urn:uuid:${comment.id}</id>
    <title>${xmlText(say(t.commentBy, { name: isolated(name), title: isolated(comment.articleTitle) }))}</title>
    <link rel="alternate" type="text/html" href="${url}"/>
    <author><name>${xmlText(name)}</name></author>
    <published>${comment.postedAt.toISOString()}</published>
    <updated>${changedAt(comment).toISOString()}</updated>
    <content type="html" xml:base="${url}">${xmlText(aboutWords(comment) + wholeAddresses(comment.html, site, path))}</content>
  </entry>`;
}

const aboutWords = ({ passage }: CommentEntry): string =>
  passage === null ? "" : `<blockquote><p>${escapeHtml(passage)}</p></blockquote>\n`;

const changedAt = ({ editedAt, postedAt }: CommentEntry): Date => editedAt ?? postedAt;
