import { expect, test } from "vitest";
import type { CommentView } from "@/domain/comments/comment";
import { firstCommentsFacts } from "./comment-facts";
import { FORMER_MEMBER } from "./labels";

const about = {
  site: "https://moot.example",
  article: { title: "Tea", url: "https://moot.example/articles/tea" },
};
const said = (author: CommentView["author"]) =>
  ({ id: "1", absence: null, html: "<p>Black.</p>", postedAt: "2026-01-01", author }) as CommentView;

// FriendsOfFlarum/seo#140, #174: to search engines a comment has an author, also one whose account is gone.
test("every comment names an author, and a page of theirs only where there is one", () => {
  const bo = { name: "Bo", handle: "bo" } as CommentView["author"];
  const authors = firstCommentsFacts([said(bo), said(null)], about).map(({ author }) => author);
  expect(authors).toEqual([
    { "@type": "Person", name: "Bo", url: "https://moot.example/members/bo" },
    { "@type": "Person", name: FORMER_MEMBER },
  ]);
});
