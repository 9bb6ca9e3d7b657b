/** Texts about passages: what readers argue about in an article, word by word. */

// domain/passages/schema.ts
export const selectMoreWords = "Please select at least a word.";

// components/comments/live/passages.ts
export const aPassageHasAtMost = "A passage can have at most {most, number} characters. Please select less.";
export const argueAboutThis = "Argue about this";
export const thisChangedMyMind = "This changed my mind";

// domain/passages/place.ts
export const thatPassageIsNotHere = "These words are not in the article. Please select them in the text.";
export const thosePassagesAreAlike =
  "These words are in the article {times, number} times. Please select some of the words around them, too.";
export const thereIsNoSuchRevision = "The article has no such revision.";

// domain/comments/post.ts
export const aReplyHasNoPassage =
  "A reply is about the comment it answers. To argue about a passage, write a comment.";

// web/door/passages.ts
export const thereIsNoSuchPassage = "There is no such paragraph in this article.";

// components/comments/live/passage-panel.tsx
export const argueAboutThisParagraph = "Argue about this paragraph";
export const close = "Close";
export const openInTheDiscussion = "Open in the discussion";
export const repliesInTheDiscussion =
  "{replies, plural, one {# reply in the discussion} other {# replies in the discussion}}";
export const allOfThem = "Show all of them";
export const atLeastFiveMoved = "At least five readers changed their mind here";

// components/passages/mark.ts
export const repliesAboutThisParagraph =
  "{replies, plural, one {# reply about this paragraph} other {# replies about this paragraph}}";

// app/articles/[slug]/passages/page.tsx
export const everyPassage = "Replies by paragraph";
export const aboutAnEarlierWording = "About an earlier wording";
export const passagesOf = "Replies by paragraph: {title}";
export const aboutAParagraph = "Replies about a paragraph: {title}";
export const aboutOneParagraph = "Replies about this paragraph";
export const whatTheArticleNoLongerSays = "The article no longer says this in these words.";
export const nobodyArguesYet = "No replies about a paragraph yet. Select some words of the article to begin.";
export const theReplies = "Replies";
export const noRepliesAboutThis = "No replies about this paragraph yet.";

// components/passages/marks-line.tsx
export const hideMarks = "Hide the marks beside paragraphs";
export const marksAreHowManyArgue =
  "The number next to a paragraph shows how many replies are about it. Press + to write the first. A line under the number means that at least five readers changed their mind there; fewer are never shown.";

// components/passages/block-words.tsx
export const itChangedMyMind = "If you voted and this changed your mind, say so";

// components/passages/passage-list.tsx
export const repliesHere = "{replies, plural, one {# reply} other {# replies}}";

// components/passages/about-fields.tsx
export const whatIsItAbout = "What is your comment about?";

// components/passages/about.ts
export const theWholeParagraph = "The whole paragraph";

// domain/passages/invariants.ts
export const passagesAreCounted = "The replies about each paragraph are counted";
