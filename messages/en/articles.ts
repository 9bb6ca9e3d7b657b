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

// components/article/call-to-action.tsx
export const readOn = "Read on";

// components/article/contents.tsx
export const onThisPage = "On this page";

// components/article/copy-link.tsx
export const copyLink = "Copy link";
export const copied = "Copied";
export const copyItFromTheAddressBar = "Copy it from the address bar";

// components/article/replies.ts
export const noRepliesYet = "no replies yet";
export const countReplies = "{count, plural, one {1 reply} other {{count, number} replies}}";

// components/article/share-line.tsx
export const shareThisArticle = "Share this article";
export const share = "Share";
export const shareOn = "Share on";

// domain/articles/commands.ts
export const onlyEditorsPublishArticles = "Only editors publish articles.";
export const lineReason = "Line {line}: {reason}";
export const inLine = "line {line}";
export const thatDayIsToCome =
  "That day is still to come. Publish the file when it has, or give today's date.";
export const thisPollHasOpened =
  "This poll has opened, so its opening time stays as it was. Take this line out.";
export const thisPollIsClosed = "closing time: the poll is closed, and stays closed when it closed.";
export const aPollClosesLater =
  "A poll closes later than now, and later than it opens. Give a later time, or take this line out.";

// domain/articles/cursor.ts
export const thatPlaceInTheList = "That place in the list is unknown.";

// domain/articles/file.ts
export const anArticleHasAtMostCharacters = "An article has at most {articleLimit} characters.";
export const anArticleBeginsWithItsFront =
  "An article begins with its front matter, between two lines of ---.";
export const thereIsNoTextBelow = "There is no text below the front matter.";
export const writeItOut = "Write it out: what refers to another line with * is not read.";
export const thereIsNoFieldCalled = 'There is no field called "{key}" here.';
export const theFrontMatter = "The front matter";
export const anExclamationMarkIsNotRead =
  "Words that begin with ! are a mark of YAML and not read. Put them in quotation marks.";
export const whatFollowsIsNotRead =
  "What follows # is not read. If it belongs to the words, put them all in quotation marks; if it is a remark, put it on a line of its own.";

// domain/articles/fences.ts
export const thatLineIsNotThreeHyphens =
  "{found} is not the line of three hyphens, ---, that the front matter begins and ends with.";
export const somethingStandsAboveTheFrontMatter =
  "Something stands above the front matter. The first line of the file is ---; move this below.";
export const theFrontMatterIsNotClosed =
  "The front matter begins here and never ends. Put a line of --- below its last field.";

// domain/articles/front-matter-problems.ts
export const anOddBlank =
  'An invisible sign that is no ordinary blank stands behind "{name}:". Delete it and type a blank.';
export const thatFieldStandsTwice = '"{name}" is here twice. Keep one.';
export const putItInQuotationMarks =
  'Put what stands behind "{name}:" in quotation marks: it has a sign of YAML\'s in it, such as a colon.';
export const somethingIsNotClosed = 'A quotation mark or bracket is opened behind "{name}:" and not closed.';
export const aFieldIsItsName = "A field is its name, a colon, a blank and its words. This line is none.";
export const indentedByTabs = "Indent with blanks, not with tabs.";
export const notIndentedAlike =
  "Lines that belong together are indented alike. Check the blanks this line begins with.";
export const isMissing = "{name} is missing.";
export const isLeftEmpty = "{name} is left empty. Write it, or take its line out.";
export const shouldBe = "{name} should be {expected}.";
export const isOneOf = "{name} is one of: {values}.";
export const isReadAsNothing =
  '{name} says nothing: an empty field, ~ and Null are no words. Put words in quotation marks, such as "Null".';
export const isReadAsSomethingElse =
  '{name} is read as the value {input} and not as words. Put it in quotation marks: "{input}".';
export const wordsOnOneLine = "words on one line";
export const aListWithHyphens = "a list, each entry on a line that begins with a hyphen and a blank";
export const fieldsBelow = "fields on the lines below, indented";
export const trueOrFalse = "true or false";
export const somethingElse = "something else";
export const theTag = "Tag {number}";
export const theOption = "Option {number}";
export const theFieldOfOption = 'The "{field}" of option {number}';

// domain/articles/poll-question.ts
export const wasSetOnTheSite =
  "{name}: stays as it was set on the site, for the file says what it said before.";
export const partOfAnOption = "the {part} of {key}";
export const label = "label";
export const sentence = "sentence";
export const question = "question";
export const results = "results";
export const openingTime = "opening time";
export const closingTime = "closing time";
export const detached = "detached";
export const guessing = "guessing";

// domain/articles/schema.ts
export const aLinkBegins = "A link begins with https:// or with one slash.";
export const aSlugIsSmallLetters = "A slug is small letters and digits, with single hyphens between them.";
export const aSlugHasAtMost100 = "A slug has at most 100 characters.";
export const theIsEmpty = "The {name} is empty.";
export const theHasAtMostCharacters = "The {name} has at most {limit} characters.";
export const aKeyIsASmallLetter = "A key is a small letter, then small letters, digits and hyphens.";
export const looksLikeAMoment = "{name} looks like 2027-01-31T18:00:00Z.";
export const aPollHasTwoOptions = "A poll has two options at least.";
export const aPollHasSixOptions = "A poll has six options at most.";
export const twoOptionsHaveOneKey = "Two options have one key.";
export const anOpeningTime = "An opening time";
export const aClosingTime = "A closing time";
export const aPollThatHidesItsResults = "A poll that hides its results until it closes needs a closing time.";
export const aPollClosesAfterItOpens = "A poll closes after it opens.";
export const aQuestionHasTwoSides = "A question has two sides at least.";
export const looksLikeADate = "A date looks like 2026-11-23.";
export const thereIsNoSuchDay = "There is no such day. A date is a day of the calendar, such as 2026-11-23.";
export const anArticleHasAtMostTags = "An article has at most {maxTags} tags.";

// domain/articles/sync-poll.ts
export const peopleHaveVotedInThisPoll =
  "People have voted in this poll, so its options, when results show, and how its ballots are kept must stay as they are. Its words may be mended.";

// domain/prose/figures.ts
export const aPictureStandsInAParagraph = "A picture stands in a paragraph of its own.";
export const aPictureComesFromThisSite = "A picture comes from this site: its address begins with one slash.";
export const aPicturesAddressEnds = "A picture's address ends in its size in pixels, such as #640x320.";
export const aPictureNeedsWordsForThose =
  "A picture needs words for those who cannot see it, between the brackets.";

// domain/prose/footnotes.ts
export const notes = "Notes";
export const note = "Note {number}";
export const backToTheText = "Back to the text at note {number}";
export const backToTheTextAgain = "Back to the text at note {number}, mention {time}";
export const aNoteHoldsWords = "A note holds words, not pictures.";
export const theNoteIsWrittenTwice = "The note [^{label}] is written twice.";
export const thereIsNoNote = "There is no note for {content}.";
export const aNoteCallsNoNote = "A note calls no other note: {content}.";
export const aNoteHasNoHeading = "A note has no heading.";
export const nothingRefersToTheNote = "Nothing refers to the note [^{label}].";

// domain/prose/tables.ts
export const table = "Table";
export const aTableHasAtMostColumns = "A table has at most {maxColumns} columns.";

// domain/prose/undone.ts
export const aCommentInTheText = "Readers would see this comment. Take it out of the file.";
export const htmlIsNotRead =
  "HTML such as {found} is not read. Write it in Markdown; to show it, put it between backticks.";
export const referencesAreNotRead =
  "The address stands where the link is: [words](https://example.org). {found} is not read.";
export const thatLinkLeadsNowhere =
  "{found} is no link here. A link leads to https://…, mailto:…, tel:…, a page of this site (/about), another article (./its-slug) or a heading of this one (#s-its-words), and holds no note and no other link.";
export const doubleBracketsAreNotRead = "{found} is no link here. Write [words](./its-slug).";
export const aNoteIsCalledByOneWord =
  "A note is called by one word, [^word], and written on a line of its own, [^word]: the note. {found} is not read.";
export const idsAndClassesAreNotRead =
  "{found} would be shown to readers. A heading has its address by itself: #s- and its words. Take the braces out.";
export const marksThatMarkNothing =
  "{found} would be shown with its signs. They mark words only where no blank or punctuation comes between them and the words; to show them, put a backslash before each.";
export const aHeadingNeedsABlank = "{found}: a heading has a blank between its # and its words.";
export const abbreviationsAreNotRead =
  "Abbreviations such as {found} are not read. Write the long form in the text.";
export const listsOfTermsAreNotRead =
  "A list of terms is not read. Write a list with each term in bold: - **Term** what it means.";
export const isNotReadHere =
  "{found} is not read here and would be shown as it is. Take it out; to show it, put it between backticks.";
export const thatSignIsNotKept = "The sign {found} cannot be seen and would turn or hide words. Take it out.";
export const thereIsNoHeading =
  "There is no heading {found} in this article. {headings, select, none {It has none.} other {There are: {headings}.}}";
