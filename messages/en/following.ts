// domain/following/schema.ts
export const followOrMute = "Choose followed or muted.";
export const noSuchPlace = "This page does not belong to this list. Please start again from the first page.";

// domain/following/commands.ts
export const signInToFollow = "Sign in to follow a discussion.";
export const noSuchDiscussion = "Article not found.";
export const noSuchComment = "Comment not found.";
export const noSuchMember = "Member not found.";
export const notYourself = "You cannot mute yourself.";
export const tooManyBranches =
  "You can follow or mute at most {most} threads of a discussion. Stop following one of them first, or follow the whole discussion.";
export const tooManyMuted = "You can mute at most {most} members. Stop muting one of them first.";

// domain/following/listings.ts
export const nothingIsListedThere = "There is no article by that author or with that tag.";
export const tooManyListings =
  "You can follow at most {most} authors and tags. Stop following one of these first.";

// domain/following/comment-feed.ts
export const aFormerMember = "A former member";
export const commentBy = "{name} under “{title}”";

// components/following/follow-links.tsx, following-form.tsx, mute-form.tsx
export const follow = "Follow";
export const mute = "Mute";
export const stopFollowing = "Stop following";
export const stopMuting = "Stop muting";

// components/following/followed-list.tsx
export const youFollowNothing =
  "You do not follow anything yet. When you vote or comment, you follow the discussion.";
export const thatWasAll = "That is all.";
export const more = "More";
export const threadOfARemovedComment = "The replies to a removed comment under “{title}”";
export const threadOf = "The thread of {name} under “{title}”";
export const youFollowIt = "You follow it.";
export const youMutedIt = "You muted it.";
export const youMutedNobody = "You have not muted anyone.";
export const youFollowNoListing = "You follow no author and no tag yet. Press “Follow” on the page of one.";
export const tagNamed = "Tag: {name}";

// components/following/new-articles.tsx
export const newArticles = "New articles";
export const byWhomYouFollow = "By authors and with tags you follow";
export const byAuthor = "by {author}";

// components/following/news-list.tsx
export const youAreUpToDate = "You are up to date.";
export const nothingNewInThese = "Nothing new in these. The next page has more of what you follow.";
export const keyForNews = "n";
export const pressToGoThrough = "Press {key} to go through everything new.";
export const countNew = "{count} new";
export const atLeastNew = "{count}+ new";
export const lastVisit = "last visit {when}";
export const markAsRead = "Mark as read";

// components/following/reply-feed-section.tsx
export const repliesInAFeed = "Replies to you as a feed";
export const whoeverHasTheAddress =
  "A feed reader can show you the replies to your comments. Anyone with the address can read them, and sees whom they answer.";
export const makeAnAddress = "Create the feed’s address";
export const makeAnotherAddress = "Create a new address";
export const endTheFeed = "End the feed";

// app/articles/[slug]/following/page.tsx
export const followThisDiscussion = "Follow this discussion";
export const youFollowThisDiscussion = "You follow this discussion and are told of new comments in it.";
export const youMutedThisDiscussion =
  "You muted this discussion. You get no notices about it, except for moderators’ decisions about you.";
export const youDoNotFollowThisDiscussion =
  "You do not follow this discussion. You are told of replies to you and when somebody mentions you.";
export const whoTakesPartFollows =
  "When you vote or comment, you follow the discussion. If you have stopped following it, it stays that way.";
export const thisDiscussionAsAFeed = "This discussion as a feed (Atom)";
export const whatIsNew = "New in what you follow";

// app/listing-following.tsx
export const followAnAuthor = "Follow {name}";
export const followATag = "Follow the tag “{name}”";
export const youFollowThisAuthor = "You follow {name}. You are told of each new article.";
export const youFollowThisTag = "You follow the tag “{name}”. You are told of each new article with it.";
export const youDoNotFollowThisAuthor = "When you follow {name}, you are told of each new article.";
export const youDoNotFollowThisTag =
  "When you follow the tag “{name}”, you are told of each new article with it.";
export const whereYouAreTold =
  "In your inbox, and by e-mail unless you turn that off. <link>Choose what comes by e-mail</link>";
export const theseArticlesAsAFeed = "These articles as a feed (Atom)";
export const allAuthorsAndTags = "All authors and tags you follow";

// app/comments/[id]/following/page.tsx
export const followOrMuteThis = "Follow or mute";
export const toTheComment = "To the comment";
export const thisThread = "This comment and its replies";
export const theWholeDiscussion = "The whole discussion";
export const muteWhom = "Mute {name}";
export const whatMutingDoes =
  "Their comments are folded away for you, and they are not told. <link>What muting does</link>";
export const youFollowThisThread = "You follow this thread and are told of new replies in it.";
export const youMutedThisThread = "You muted this thread and get no notices about it.";
export const whatYouSaidOfTheDiscussion = "This thread follows your choice for the whole discussion.";

// app/members/[handle]/mute/page.tsx
export const muteAMember = "Mute a member";
export const youMutedThem =
  "You muted {name}. Their comments are folded away, and you get no notices of what they write.";
export const theirCommentsFoldAway =
  "Their comments are folded away, and you get no notices of what they write, neither replies nor mentions.";
export const whatMutingDoesNot =
  "They are not told, and nothing changes for others. You still hear of moderators’ decisions about you.";
export const withoutScript =
  "Folding comments away needs JavaScript. Without it, a discussion is the same page for everyone, their comments included.";
export const everybodyYouMuted = "Everyone you have muted";

// app/following/page.tsx, app/following/all/page.tsx
export const following = "Following";
export const allYouFollow = "Everything you follow or mute";
export const authorsAndTags = "Authors and tags";
export const discussionsAndThreads = "Discussions and threads";
export const membersYouMuted = "Members you have muted";
