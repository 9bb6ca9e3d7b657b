/** Texts about passages: what readers argue about in an article, word by word. */

// Refused
export const selectMoreWords = "Please select at least a word.";
export const aPassageHasAtMost = "A passage can have at most {most, number} characters. Please select less.";
export const thatPassageIsNotHere = "These words are not in the article. Please select them in the text.";
export const thosePassagesAreAlike =
  "These words are in the article {times, number} times. Please select some of the words around them, too.";
export const thereIsNoSuchRevision = "The article has no such revision.";
export const aReplyHasNoPassage =
  "A reply is about the comment it answers. To argue about a passage, write a comment.";
export const thereIsNoSuchPassage = "There is no such paragraph in this article.";

// In the article
export const argueAboutThis = "Argue about this";
export const argueAboutThisParagraph = "Argue about this paragraph";
export const repliesAboutThisParagraph =
  "{replies, plural, one {# reply about this paragraph} other {# replies about this paragraph}}";
export const atLeastFiveMoved = "At least five readers changed their mind here";
export const hideMarks = "Hide the marks beside paragraphs";
export const marksAreHowManyArgue = "A number beside a paragraph says how many replies are about it.";
export const everyPassage = "Replies by paragraph";

// In the thread
export const aboutAnEarlierWording = "About an earlier wording";

// Pages
export const passagesOf = "Replies by paragraph: {title}";
export const aboutAParagraph = "Replies about a paragraph: {title}";
export const aboutOneParagraph = "Replies about this paragraph";
export const whatTheArticleNoLongerSays = "The article no longer says this in these words.";
export const repliesHere = "{replies, plural, one {# reply} other {# replies}}";
export const nobodyArguesYet = "No replies about a paragraph yet. Select some words of the article to begin.";
export const noRepliesAboutThis = "No replies about this paragraph yet.";
export const whatIsItAbout = "What is it about?";
export const theWholeParagraph = "The whole paragraph";
export const close = "Close";
export const openInTheDiscussion = "Open in the discussion";
export const repliesInTheDiscussion =
  "{replies, plural, one {# reply in the discussion} other {# replies in the discussion}}";
export const allOfThem = "Show all of them";

// Checks
export const passagesAreCounted = "The replies about each paragraph are counted";
