// components/article/corrections.tsx
export const corrections = "Corrections";
export const correctedOn = "Corrected on {when}:";

// components/publishing/article-actions.ts
export const heading = "Heading";
export const footnote = "Footnote";
export const table = "Table";
export const column = "Column";

// components/publishing/auto-save.tsx
export const changesAreSaved = "Changes are saved as you type.";
export const savedNow =
  "Saved. {words, plural, =0 {No text yet.} one {1 word.} other {{words} words, {minutes} min read.}}";
export const notSavedYet = "Not saved yet: {reason} It is kept in this browser, and we keep trying.";
export const stoppedSaving = "{reason} Press Save to see both.";
export const notSaved = "Not saved: {reason} Your text is kept in this browser.";
export const somethingToMend =
  "{count, plural, =0 {Ready to publish: press “Save and preview”.} one {1 thing to correct before publishing:} other {{count} things to correct before publishing:}}";

// components/publishing/call-fields.tsx
export const callToAction = "Call to action (optional)";
export const callKind = "Kind";
export const aLink = "Link";
export const aDownload = "Download";
export const callLabel = "Button";
export const callHref = "Address";
export const callText = "Sentence above it (optional)";

// components/publishing/comparison.tsx
export const compareFrom = "From";
export const compareTo = "To";
export const compare = "Compare";
export const revisionOfMoment = "Revision {number}, {when}";
export const changesBetween = "Changes from revision {from} to {to}";
export const noChanges = "These two say the same.";

// components/publishing/draft-form.tsx
export const title = "Title";
export const address = "Address";
export const addressHint =
  "The last part of its address: lowercase letters, digits and hyphens, such as on-tea. Leave empty to use the title.";
export const oldAddressLeadsHere = "Once you change it and publish, the old address leads to the new one.";
export const standfirst = "Standfirst";
export const standfirstHint = "One or two sentences below the title and in lists.";
export const authors = "Authors";
export const authorsHint = "One on each line: a name, or @username for a member of this site.";
export const tags = "Tags (optional)";
export const tagsHint = "Separated by commas; a tag that contains one goes in quotation marks.";
export const text = "Text";
export const textHint = "Markdown: ## heading, *emphasis*, [words](https://example.org), [^1] for a note.";
export const save = "Save";
export const saveAndPreview = "Save and preview";

// components/publishing/field-labels.ts
export const answerNumber = "Answer {row}";
export const problemOfField = "{field}: {reason}";
export const problemOnLine = "{field}, line {line}: {reason}";

// components/publishing/live-preview.tsx
export const previewAsYouType = "Preview as you type";
export const previewFollowsSaving = "Updated each time your changes are saved.";
export const nothingToShow = "The text is too long to be shown.";

// components/publishing/problem-list.tsx
export const goToLine = "Go to line {line}";

// components/publishing/other-text.tsx
export const theOtherText = "What {name} saved";
export const theOtherTextHint = "Only the fields that differ from yours. Copy what you want to keep.";
export const leftEmpty = "(empty)";

// components/publishing/poll-fields.tsx
export const poll = "Poll (optional)";
export const pollHint = "A question with two to six answers. Leave empty for an article without a poll.";
export const question = "Question";
export const answer = "Answer";
export const sentence = "Explanation (optional)";
export const takesASide = "This answer takes a side";
export const takesASideHint = "Turn this off for an answer such as “Undecided”.";
export const results = "Results are shown";
export const afterVote = "after voting";
export const afterClose = "after the poll closes";
export const always = "to everyone at once";
export const resultsHint =
  "After voting: readers see the result once they vote, or ask to see it. After the poll closes: nobody sees it before. To everyone: also before they vote, which may sway them.";
export const opens = "Opens (UTC, optional)";
export const opensHint = "Leave empty to open the poll when the article is published.";
export const closes = "Closes (UTC, optional)";
export const closesHint = "Leave empty to keep the poll open until an editor closes it.";
export const guessing = "Ask for a guess before showing the result";
export const guessingHint = "Readers guess how many chose the first side.";
export const confirmedBefore = "Only for members confirmed before it opens";
export const confirmedBeforeHint =
  "Nobody can sign up, or confirm their e-mail address, in order to vote. The result says so.";
export const detached = "Store votes without names";
export const detachedHint = "Nobody can then change or look up their vote, and no comment can show one.";

// components/publishing/publish-forms.tsx
export const publish = "Publish";
export const publishNow = "Publish now";
export const publishRevision = "Publish revision {revision}";
export const noteOfCorrection = "Correction (optional)";
export const noteOfCorrectionHint = "Shown with the article, after “Corrected on …”.";
export const publishAtATime = "Publish later";
export const timeUtc = "Date and time (UTC)";
export const schedule = "Schedule";
export const scheduledFor = "Scheduled for {when}.";
export const cancelTheSchedule = "Cancel schedule";
export const publishedSince =
  "The article has been published again since this draft was started. Publishing replaces that revision. Read first {link}.";
export const whatChangedMeanwhile = "what changed meanwhile";

// components/publishing/revision-list.tsx
export const revisionNumber = "Revision {number}";
export const fromAFile = "from a file";
export const fromTheBrowser = "written here";
export const whatItChanged = "What revision {number} changed";
export const correctionSaid = "Correction: {correction}";

// components/publishing/share-preview.tsx
export const sharePreview = "Share this preview";
export const sharePreviewHint =
  "Whoever has the address reads the draft as it stands, without an account. Search engines are told to leave it out.";
export const previewAddress = "Address of the preview";
export const previewWorksUntil = "It works until {until}, or until you publish or delete the draft.";
export const revokePreview = "Revoke address";
export const worksFor = "It works for";
export const countDays = "{days, plural, one {1 day} other {{days} days}}";
export const makePreview = "Make an address";
export const replacePreview = "Replace with a new address";

// components/publishing/written-article-forms.tsx
export const putOnTop = "Put on top of the front page";
export const takeOffTheTop = "Take off the top of the front page";
export const isOnTop = "This article is on top of the front page, also when newer ones are published.";
export const unpublish = "Unpublish";
export const unpublishHint =
  "Readers can no longer find the article, its poll or its discussion. Votes and comments are kept, and you can publish it again.";
export const yesUnpublish = "Yes, unpublish this article";
export const publishAgain = "Publish again";
export const deleteForGood = "Delete for good";
export const deleteHint =
  "Nobody can publish it again, and its address says that it was deleted. Staff can still read its text and discussion.";
export const yesDeleteArticle = "Yes, delete this article for good";

// components/publishing/whose-tabs.tsx
export const whichArticles = "Whose articles";
export const everyonesArticles = "All";
export const myArticles = "Mine";

// components/publishing/writing-list.tsx
export const newArticle = "New article";
export const drafts = "Drafts";
export const noDrafts = "No drafts. Press New article to start one.";
export const published = "Published";
export const noArticles = "No articles yet.";
export const noDraftsOfYours = "You have no drafts.";
export const noArticlesOfYours = "You have no published articles.";
export const untitled = "Untitled";
export const savedBy = "saved by {name}, {when}";
export const begunBy = "started by {name}";
export const revises = "new revision of a published article";
export const scheduled = "scheduled for {when}";
export const notPublished = "not published";
export const unpublished = "unpublished";
export const deleted = "deleted";
export const corrected = "corrected";
export const hasADraft = "has a draft";
export const onTop = "on top of the front page";
export const revision = "revision {revision}";

// app/write/
export const articles = "Articles";
export const deleteTheDraft = "Delete draft";
export const yesDelete = "Delete this draft for good";
export const preview = "Preview";
export const thisIsAPreview = "Preview: this is how readers will see it.";
export const itsAddress = "Its address will be {address}";
export const keepWriting = "Keep writing";
export const whatThisChanges = "What this draft changes";
export const revisions = "Revisions";
export const allRevisions = "All revisions";
export const olderRevisions = "Older revisions";
export const onlyOneRevision = "There is only one revision yet: nothing to compare.";
export const backToTheArticle = "Back to the article";
export const thisIsTheCurrentRevision = "This is revision {number}, the current one.";
export const thisIsAnEarlierRevision = "This is revision {number}. Readers see a later one.";
export const bringBack = "Bring this text back";
export const bringBackHint =
  "Starts a draft with this text, to check and publish as a new revision. The poll stays as it is now.";
export const bringBackRevision = "Start a draft from revision {number}";
export const finishTheDraftFirst =
  "The article has a draft. Publish or delete {link} before you bring an earlier text back.";
export const itsDraft = "the draft";
export const mendTheseFirst = "Correct these before you publish:";
export const thisIsDeleted = "This article was deleted for good: only staff can read it here.";
export const thisIsUnpublished = "This article is unpublished: only staff can read it here.";
export const edit = "Edit";
export const openTheArticle = "Open the article";
export const olderArticles = "Older articles";

// app/previews/[key]/page.tsx
export const youWereGivenAPreview =
  "This is a preview: not published yet, and it may still change. Please do not pass it on. It works until {until}.";
export const cannotBeShownYet =
  "Somebody is working on this draft: it cannot be shown as it stands. Please try again later.";
