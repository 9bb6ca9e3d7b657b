// components/article/article-head.tsx
export const revisedWhen = "revised {when}";
export const minRead = "{words} min read";
export const vote = "Vote";
export const theResult = "The result";
export const thePoll = "The poll";

// components/article/listed-poll-line.tsx
export const noPoll = "No poll";
export const pollOpens = "Poll opens {when}";
export const pollOpen = "Poll open";
export const pollOpenUntil = "Poll open until {when}";
export const pollClosed = "Poll closed {when}";
export const countVotes = "{count, plural, one {1 vote} other {{count, number} votes}}";
export const readTheRecord = "Read the record of the debate";

// app/sitemaps/[part]/route.ts
export const nothingIsListedHere = "There are no articles under this name.";

// web/door/articles.ts
export const tagOrAuthor = "Ask for one tag, one author or one year, not for several.";
export const aYearLooksLike = "A year looks like 2026.";

// components/article/front-lists.tsx
export const closingSoon = "Closing soon";
export const mindsChanged = "Where minds changed this week";
export const movedAtLeast = "at least {moved} changed sides";
export const mostArgued = "Most argued";
export const closesOn = "Poll closes {when}";

// domain/articles/invariants.ts
export const revisionsAreWhole = "articles and their revisions, without a gap";
export const oneArticleIsOnTop = "one article on top of the front page";
export const listingsAreOfRevisions =
  "every article is listed under the tags and the authors of its current revision";
export const writersHaveTheirArticles = "articles are listed with those who wrote them";
export const bylinesAreOfTheirAuthors = "bylines name their authors";

// components/article/new-since-last-visit.tsx
export const newArticle = "New";
export const newSinceYourLastVisit = "{count, number} new since your last visit";

// components/article/call-to-action.tsx
export const readOn = "Read on";

// components/article/contents.tsx
export const onThisPage = "On this page";

// components/article/copy-links.tsx
export const copyLink = "Copy link";
export const copied = "Copied";
export const copyItFromTheAddressBar = "Please copy it from the address bar";

// components/article/replies.ts
export const noRepliesYet = "no comments yet";
export const countReplies = "{count, plural, one {1 comment} other {{count, number} comments}}";

// components/article/share-line.tsx
export const shareThisArticle = "Share this article";
export const share = "Share";
export const shareOn = "Share on";

// domain/articles/commands.ts
export const onlyEditorsPublishArticles = "Only editors can publish articles.";
export const lineReason = "Line {line}: {reason}";
export const inLine = "line {line}";
export const thatDateIsInTheFuture =
  "That date is in the future. Publish the file then, or use today’s date.";
export const thisPollHasOpened =
  "This poll has opened, so its opening time can no longer change. Remove this line.";
export const thisPollIsClosed =
  "closing time: the poll has closed, so its closing time can no longer change.";
export const aPollClosesLater =
  "The closing time must be in the future and after the opening time. Change it, or remove this line.";
export const itWasUnpublished =
  "This article has been unpublished. Publish it again at /write, then publish the file.";
export const editedInTheBrowser =
  "This article was last edited in the browser (revision {revision}). To replace that with the file, add --over.";
export const itsAddressIsNow =
  "This was the address of an article that is now at “{slug}”. Name that address in the file.";
export const noMemberIsCalled =
  "There is no member called {names}. Check the username, or write the name without @.";

// domain/articles/unpublish.ts
export const thisArticleWasDeleted = "This article was deleted for good.";
export const onlyEditorsUnpublish = "Only editors can unpublish articles.";
export const thereIsNoSuchArticle = "Article not found.";

// domain/articles/lead.ts
export const publishItFirst = "Publish the article before you put it on top.";

// web/pages/later-page.ts
export const gone = "Deleted";

// domain/articles/delete.ts
export const onlyEditorsDelete = "Only editors can delete articles.";
export const unpublishItFirst = "Unpublish the article first, then delete it.";

// domain/articles/drafts/
export const pressAddPicture =
  "The picture was not sent. Choose it again and press “Add picture”, or leave its field empty.";
export const onlyEditorsWrite = "Only editors can write articles.";
export const thisDraftIsNotThere = "This draft does not exist. It may have been published or deleted.";
export const thereAreTooManyDrafts = "There are already {most} drafts. Delete one before you start another.";
export const somebodySavedMeanwhile =
  "{name} has saved this draft since you opened it. Nothing is lost: both texts are below. Save again to keep yours.";
export const youSavedMeanwhile =
  "You have since saved this draft in another window. Nothing is lost: both texts are below. Save again to keep this one.";
export const theDraftHasChanged =
  "The draft has changed since you opened this page. Look at it again before you publish it.";
export const anotherArticleHasThisAddress = "Another article has this address. Choose another.";
export const theArticleWasPublishedSince =
  "The article has been published again since you opened this page. Look at both before you replace it.";
export const nothingHasChangedSince = "Nothing has changed since revision {revision}.";
export const aScheduleIsLater = "The time must be in the future. To publish now, press Publish now.";
export const aTimeLooksLike = "A time must look like 2027-01-31T18:00.";
export const aScheduleIsAtMost = "The time must be within two years.";
export const theTextIsMissing = "The text is missing.";
export const thatFieldIsTooLong = "This field can have at most {limit} characters.";
export const aCorrectionHasAtMost = "A correction can have at most {limit} characters.";
export const theirRoleHasChanged = "It was not published: {name} can no longer publish articles.";
export const itWasNotPublished = "It was not published as scheduled. {reason}";
export const thisPreviewHasEnded = "This preview has ended. Ask whoever sent it to you for a new address.";
export const thereIsNoSuchRevision = "This article has no such revision.";
export const aRevisionIsOfAnArticle = "A revision belongs to an article: name that, too.";
export const theArticleHasADraftAlready =
  "This article has a draft already. Publish or delete that first, so that nothing in it is lost.";
export const isNoEditor = "“{handle}” is no editor or admin who may publish here.";
export const theArticleHasADraft =
  "This article has a draft. Publish or delete it before you bring an earlier text back.";
export const writeAnAddress =
  "No address can be made of this title. Write one yourself, with lowercase letters a to z, digits and hyphens.";

// domain/articles/cursor.ts
export const noSuchPage = "This page of the list does not exist.";

// domain/articles/file.ts
export const anArticleHasAtMostCharacters = "An article can have at most {articleLimit} characters.";
export const thereIsNoTextBelow = "There is no text after the front matter.";
export const writeItOut =
  "Write it out: references to another line with * are not supported. Text that begins with * needs quotation marks.";
export const thereIsNoFieldCalled = 'Unknown field: "{key}".';
export const tagsAndAnchorsAreNotRead =
  "In YAML, ! and & at the beginning have a meaning that is not supported. Put the text in quotation marks.";
export const whatFollowsIsNotRead =
  "Everything after # is a comment and ignored. If it belongs to the text, put the whole text in quotation marks; otherwise put it on a line of its own.";
export const anInvisibleSignInAName =
  'There is an invisible character in the name of the field "{key}". Delete it.';

// domain/articles/fences.ts
export const thatLineIsNotThreeHyphens =
  "{found} is not the line of three hyphens, ---, that begins and ends the front matter.";
export const somethingStandsAboveTheFrontMatter =
  "There is text above the front matter. The first line of the file must be ---; move this below it.";
export const theFrontMatterIsNotClosed =
  "The front matter begins here and never ends. Add a line of --- after its last field.";
export const anArticleBeginsWithItsFront =
  "An article must begin with its front matter, between two lines of ---.";

// domain/articles/front-matter-problems.ts
export const anOddBlank =
  'There is an invisible special character after "{name}:". Delete it and type a space.';
export const thatFieldStandsTwice = '"{name}" appears twice. Keep one.';
export const putItInQuotationMarks =
  'Put the text after "{name}:" in quotation marks: it contains a character with a meaning in YAML, such as a colon.';
export const somethingIsNotClosed = 'A quotation mark or bracket after "{name}:" is never closed.';
export const anEntryBeginsWithAHyphen = "Each entry of a list must begin with a hyphen and a space: - tea.";
export const aBackslashBetweenQuotes =
  "A backslash in double quotation marks has a special meaning in YAML. Write two, or use single quotation marks.";
export const aFieldIsItsName = "A field is a name, a colon, a space and its value. This line is not.";
export const indentedByTabs = "Indent with spaces, not tabs.";
export const notIndentedAlike =
  "Lines that belong together must have the same indent. Check the spaces at the start of this line.";
export const anEntryIsMissing = "An entry is missing between two commas, or before the first.";
export const isMissing = "{name} is missing.";
export const isLeftEmpty = "{name} is empty. Fill it in, or remove its line.";
export const shouldBe = "{name} must be {expected}.";
export const isOneOf = "{name} must be one of: {values}.";
export const isReadAsNothing =
  '{name} has no value: an empty field, ~ and Null mean nothing. Put text in quotation marks, such as "Null".';
export const isReadAsSomethingElse =
  '{name} is read as the value {input} rather than text. Put it in quotation marks: "{input}".';
export const wordsOnOneLine = "text on one line";
export const aListWithHyphens = "a list, with each entry on a line that begins with a hyphen and a space";
export const fieldsBelow = "indented fields on the lines below";
export const trueOrFalse = "true or false";
export const somethingElse = "something else";
export const theTag = "Tag {number}";
export const theOption = "Option {number}";
export const theFieldOfOption = 'The "{field}" of option {number}';
export const theFrontMatter = "The front matter";
export const theAuthor = "Author {number}";

// domain/articles/poll-question.ts
export const wasSetOnTheSite =
  "{name}: keeps the value set on the site, because the file has not changed it.";
export const partOfAnOption = "the {part} of {key}";
export const label = "label";
export const sentence = "sentence";
export const question = "question";
export const results = "results";
export const openingTime = "opening time";
export const closingTime = "closing time";
export const detached = "detached";
export const guessing = "guessing";
export const confirmedBefore = "confirmed_before";

// domain/articles/schema.ts
export const aLinkBegins = "A link must begin with https:// or with one slash.";
export const aSlugIsSmallLetters =
  "A slug can have lowercase letters and digits, with single hyphens between them.";
export const slugTooLong = "A slug can have at most {limit, number} characters.";
export const theIsEmpty = "The {name} is empty.";
export const theHasAtMostCharacters = "The {name} can have at most {limit} characters.";
export const aKeyIsASmallLetter =
  "A key must begin with a lowercase letter, followed by lowercase letters, digits and hyphens.";
export const looksLikeAMoment = "{name} must look like 2027-01-31T18:00:00Z.";
export const aPollHasTwoOptions = "A poll needs at least two options.";
export const aPollHasSixOptions = "A poll can have at most six options.";
export const twoOptionsHaveOneKey = "Two options have the same key.";
export const twoOptionsHaveOneLabel = "Two options have the same label. Readers could not tell them apart.";
export const anAuthorStandsTwice = "Two authors are the same. Keep one.";
export const anArticleHasAtMostAuthors = "An article can have at most {maxAuthors} authors.";
export const noAddressEndsInDots =
  "A tag or an author needs more than full stops, or its page would have no address.";
export const aTagStandsTwice = "Two tags are the same. Keep one.";
export const anOpeningTime = "An opening time";
export const aClosingTime = "A closing time";
export const aPollThatHidesItsResults = "A poll that hides its results until it closes needs a closing time.";
export const aPollClosesAfterItOpens = "A poll must close after it opens.";
export const aQuestionHasTwoSides = "A question needs at least two sides.";
export const looksLikeADate = "A date must look like 2026-11-23.";
export const thatDateDoesNotExist = "That date does not exist. Dates look like 2026-11-23.";
export const anArticleHasAtMostTags = "An article can have at most {maxTags} tags.";

// domain/articles/sync-poll.ts
export const peopleHaveVotedInThisPoll =
  "People have voted in this poll, so this must stay as it was: {what}. You can still correct the wording.";
export const peopleHaveVotedSoThePollStays = "People have voted in this poll, so it cannot be removed.";
export const theAnswer = "the answer “{key}”";

// domain/prose/figures.ts
export const aPictureStandsInAParagraph = "A picture needs a paragraph of its own.";
export const aPictureComesFromThisSite =
  "A picture must come from this site: its address begins with one slash.";
export const aPicturesAddressEnds = "A picture’s address must end with its size in pixels, such as #640x320.";
export const aPictureNeedsWordsForThose =
  "A picture needs a description between the brackets, for readers who cannot see it.";
export const aNoteHoldsWords = "A note can hold text, but no pictures.";

// domain/prose/footnotes.ts
export const notes = "Notes";
export const note = "Note {number}";
export const backToTheText = "Back to the text at note {number}";
export const backToTheTextAgain = "Back to the text at note {number}, mention {time}";
export const theNoteIsWrittenTwice = "The note [^{label}] is defined twice.";
export const thereIsNoNote = "There is no note for {content}.";
export const aNoteCallsNoNote = "A note cannot refer to another note: {content}.";
export const nothingRefersToTheNote = "Nothing refers to the note [^{label}].";

// domain/prose/headings.ts
export const aNoteHasNoHeading = "A note cannot have a heading.";

// domain/prose/heading-links.ts
export const linkToThisSection = "Link to this section";

// domain/prose/tables.ts
export const table = "Table";
export const aRowHasMoreCells =
  "This row has {cells, number} cells, but its table has {columns, plural, one {1 column} other {# columns}}, so the extra cells would be lost. Remove a bar, or write \\| for a bar that belongs to the text, even in code.";
export const aTableHasAtMostColumns = "A table can have at most {maxColumns} columns.";

// domain/prose/unsupported-markdown.ts
export const aCommentInTheText = "Readers would see this comment. Remove it from the file.";
export const htmlIsNotRead =
  "HTML such as {found} is not supported. Use Markdown; to show it as text, put it between backticks.";
export const referencesAreNotRead =
  "{found} is not supported. Put the address right at the link: [words](https://example.org).";
export const thatLinkLeadsNowhere =
  "{found} is not a valid link. A link leads to https://…, mailto:…, tel:…, a page of this site (/about), another article (./its-slug) or a heading of this one (#s-its-words), and contains no note and no other link.";
export const doubleBracketsAreNotRead = "{found} is not a valid link. Write [words](./its-slug).";
export const aNoteIsCalledByOneWord =
  "{found} is not supported. Mark a note with one word, [^word], and write it on a line of its own, [^word]: the note.";
export const idsAndClassesAreNotRead =
  "Readers would see {found}. A heading gets its address by itself: #s- and its words. Remove the braces.";
export const marksThatMarkNothing =
  "Readers would see the marks in {found}. They must touch the words they mark, without a space or punctuation between; to show them as text, put a backslash before each.";
export const thisCodeHasNoEnd =
  "Everything below this line would be shown as code. End the code with a line of {fence}.";
export const theseBarsAreNoTable =
  "Readers would see the bars. A table is a heading row, right below it a row of hyphens with as many cells, such as | --- | --- |, and then its rows. To show a bar as text, put a backslash before it.";
export const aHeadingNeedsABlank = "{found}: a heading needs a space between its # and its text.";
export const abbreviationsAreNotRead =
  "Abbreviations such as {found} are not supported. Write the long form in the text.";
export const listsOfTermsAreNotRead =
  "Definition lists are not supported. Write a list with each term in bold: - **Term** what it means.";
export const isNotReadHere =
  "{found} is not supported here, and readers would see it as it is. Remove it; to show it as text, put it between backticks.";
export const invisibleCharacter =
  "The character {found} is invisible and would turn or hide text. Remove it.";

// domain/prose/dead-ends.ts
export const thereIsNoHeading =
  "There is no heading {found} in this article. {headings, select, none {It has no headings.} other {Its headings: {headings}.}}";

// domain/articles/share-picture.ts
export const theVoteOpensSoon = "The vote opens soon";
export const theVoteIsOpen = "The vote is open";
export const theVoteIsClosed = "The vote is closed";
