import "server-only";

import {
  FollowedListingsSchema,
  FollowedSchema,
  MutedSchema,
  NewArticlesSchema,
  NewsSchema,
  ReplyFeedSchema,
} from "@/domain/following/answers";
import { followBranch, followDiscussion, muteMember, unmuteMember } from "@/domain/following/commands";
import {
  branchFollowingPath,
  discussionFollowingPath,
  listingFollowingPath,
  mutePath,
} from "@/domain/following/following";
import {
  followListing,
  listingsFollowedBy,
  newArticlesFor,
  unfollowListing,
} from "@/domain/following/listings";
import { newsFor } from "@/domain/following/news";
import { followedBy, mutedBy } from "@/domain/following/queries";
import { endReplyFeed, makeReplyFeed, replyFeedPath } from "@/domain/following/reply-feed";
import { NewFollowing, NewsQuery, SubjectsQuery } from "@/domain/following/schema";
import { absoluteUrl } from "@/web/absolute-url";
import { perMinute } from "@/web/protection/rate-limit";
import { done, ok } from "@/web/route/answer";
import type { Door } from "@/web/route/make-door";
import { member } from "@/web/route/who";

/** Somebody who tidies up what they follow. */
const CHANGES = 60;

export function following(door: Door): void {
  whatIsFollowed(door);
  discussions(door);
  branches(door);
  authors(door);
  tags(door);
  mutes(door);
  feedOfReplies(door);
}

function whatIsFollowed(door: Door): void {
  door.get("/following/news", {
    who: member,
    output: { 200: NewsSchema },
    summary: "Followed discussions with comments that are new since your last visit",
    query: NewsQuery,
    run: async ({ query, actor }) => ok(await newsFor(query.after, actor)),
  });

  door.get("/following", {
    who: member,
    output: { 200: FollowedSchema },
    summary: "Discussions and branches that you follow or have muted",
    query: SubjectsQuery,
    run: async ({ query, actor }) => ok(await followedBy(query.after, actor)),
  });

  door.get("/following/articles", {
    who: member,
    output: { 200: NewArticlesSchema },
    summary: "New articles by authors and with tags you follow that you have not opened",
    run: async ({ actor }) => ok({ items: await newArticlesFor(actor) }),
  });

  door.get("/following/listings", {
    who: member,
    output: { 200: FollowedListingsSchema },
    summary: "Authors and tags that you follow",
    run: async ({ actor }) => ok({ items: await listingsFollowedBy(actor) }),
  });

  door.get("/following/muted", {
    who: member,
    output: { 200: MutedSchema },
    summary: "Members you have muted",
    run: async ({ actor }) => ok({ members: await mutedBy(actor) }),
  });
}

function discussions(door: Door): void {
  door.put("/articles/{slug}/following", {
    who: member,
    output: { 204: null },
    input: NewFollowing,
    example: { state: "followed" },
    limit: perMinute(CHANGES),
    summary: "Follow a discussion, or mute it",
    run: async ({ params, input, actor }) => {
      await followDiscussion(params.slug, input.state, actor);
      return done({ location: discussionFollowingPath(params.slug) });
    },
  });

  door.delete("/articles/{slug}/following", {
    who: member,
    output: { 204: null },
    limit: perMinute(CHANGES),
    summary: "Stop following a discussion, or end muting it",
    run: async ({ params, actor }) => {
      await followDiscussion(params.slug, null, actor);
      return done({ location: discussionFollowingPath(params.slug) });
    },
  });
}

function branches(door: Door): void {
  door.put("/comments/{id}/following", {
    who: member,
    output: { 204: null },
    input: NewFollowing,
    example: { state: "muted" },
    limit: perMinute(CHANGES),
    summary: "Follow a comment and everything that answers it, or mute that",
    run: async ({ params, input, actor }) => {
      await followBranch(params.id, input.state, actor);
      return done({ location: branchFollowingPath(params.id) });
    },
  });

  door.delete("/comments/{id}/following", {
    who: member,
    output: { 204: null },
    limit: perMinute(CHANGES),
    summary: "End following or muting a comment and its answers",
    run: async ({ params, actor }) => {
      await followBranch(params.id, null, actor);
      return done({ location: branchFollowingPath(params.id) });
    },
  });
}

function authors(door: Door): void {
  door.put("/authors/{author}/following", {
    who: member,
    output: { 204: null },
    limit: perMinute(CHANGES),
    summary: "Follow an author: you are told of each new article",
    run: async ({ params, actor }) => {
      const author = { kind: "author", name: params.author } as const;
      await followListing(author, actor);
      return done({ location: listingFollowingPath(author) });
    },
  });

  door.delete("/authors/{author}/following", {
    who: member,
    output: { 204: null },
    limit: perMinute(CHANGES),
    summary: "Stop following an author",
    run: async ({ params, actor }) => {
      await unfollowListing({ kind: "author", name: params.author }, actor);
      return done({ location: "/following/all#listings" });
    },
  });
}

function tags(door: Door): void {
  door.put("/tags/{tag}/following", {
    who: member,
    output: { 204: null },
    limit: perMinute(CHANGES),
    summary: "Follow a tag: you are told of each new article with it",
    run: async ({ params, actor }) => {
      const tag = { kind: "tag", name: params.tag } as const;
      await followListing(tag, actor);
      return done({ location: listingFollowingPath(tag) });
    },
  });

  door.delete("/tags/{tag}/following", {
    who: member,
    output: { 204: null },
    limit: perMinute(CHANGES),
    summary: "Stop following a tag",
    run: async ({ params, actor }) => {
      await unfollowListing({ kind: "tag", name: params.tag }, actor);
      return done({ location: "/following/all#listings" });
    },
  });
}

function mutes(door: Door): void {
  door.put("/members/{handle}/mute", {
    who: member,
    output: { 204: null },
    limit: perMinute(CHANGES),
    summary: "Mute a member: their comments fold away for you, and they are not told",
    run: async ({ params, actor }) => {
      await muteMember(params.handle, actor);
      return done({ location: mutePath(params.handle) });
    },
  });

  door.delete("/members/{handle}/mute", {
    who: member,
    output: { 204: null },
    limit: perMinute(CHANGES),
    summary: "End muting a member",
    run: async ({ params, actor }) => {
      await unmuteMember(params.handle, actor);
      return done({ location: mutePath(params.handle) });
    },
  });
}

function feedOfReplies(door: Door): void {
  door.get("/account/reply-feed", {
    who: member,
    output: { 200: ReplyFeedSchema },
    summary: "The address of the feed of replies to you, if you have made one",
    run: async ({ actor }) => {
      const path = await replyFeedPath(actor);
      return ok({ address: path === null ? null : absoluteUrl(path) });
    },
  });

  door.put("/account/reply-feed", {
    who: member,
    output: { 200: ReplyFeedSchema },
    limit: perMinute(CHANGES),
    summary: "Make an address for the feed of replies to you; an earlier one ends",
    run: async ({ actor }) => {
      const path = await makeReplyFeed(actor);
      return ok({ address: absoluteUrl(path) }, { location: "/account?said=feed#feed" });
    },
  });

  door.delete("/account/reply-feed", {
    who: member,
    output: { 204: null },
    summary: "End the feed of replies to you",
    run: async ({ actor }) => {
      await endReplyFeed(actor);
      return done({ location: "/account?said=no-feed#feed" });
    },
  });
}
