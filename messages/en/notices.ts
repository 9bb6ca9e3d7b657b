// domain/inbox/kind-names.ts
export const repliesToYou = "replies to you";
export const mentionsOfYou = "mentions of you";
export const quotesOfYou = "quotes of you";
export const newComments = "new comments in what you follow";
export const newArticles = "new articles by authors and tags you follow";
export const corrections = "corrections of articles you follow";
export const newWordsOfPolls = "polls whose words have changed";
export const pollsThatCloseSoon = "polls that close within a day";
export const resultsOfPolls = "results of polls";
export const changesOfVote = "votes that changed because of your comment";
export const decisionsAboutYou = "moderators’ decisions that concern you";
export const yourReports = "what became of your reports";
export const yourAppeals = "answers to your appeals";
export const sidesReplies = "sides’ replies that need approval";
export const appealsThatWait = "appeals that need an answer";
export const queuesThatWait = "queues that have been waiting too long";
export const yourInvitations = "people who join by your invitations";
export const becauseOfAReply = "You get this because somebody replied to your comment.";
export const becauseOfAMention = "You get this because somebody mentioned you.";
export const becauseOfAQuote = "You get this because somebody quoted your comment.";
export const becauseYouFollow = "You get this because you follow this discussion.";
export const becauseYouFollowItsAuthorOrTag =
  "You get this because you follow its author or one of its tags.";
export const becauseYouTakePart = "You get this because you follow this discussion or voted in its poll.";
export const becauseOfYourComment = "You get this because it is about your comment.";
export const becauseItIsAboutYou = "You get this because the decision is about you.";
export const becauseYouReported = "You get this because you reported it.";
export const becauseYouAppealed = "You get this because you appealed.";
export const becauseYouInvited = "You get this because you made the invitation.";
export const becauseYouAreStaff = "You get this because you look after this site.";

// domain/inbox/mails/compose.ts
export const whoViaMoot = "{who} via Moot";
export const muteThisDiscussion = "Mute this discussion";
export const noMoreMailsAbout = "No more mails about {kind}";
export const noMoreMails = "No more mails about anything here";

// domain/inbox/mails/items.ts
export const youWrote = "You wrote:";
export const inAnswerTo = "In answer to:";
export const inAnswerToWhom = "In answer to {who}:";
export const readAndReply = "Read it in the discussion, and reply";
export const byAuthor = "By {author}";
export const readTheArticle = "Read the article";
export const seeThePoll = "See the poll";
export const vote = "Vote";
export const seeTheResult = "See the result";
export const seeYourComment = "See your comment";
export const readTheDecision = "Read the decision";
export const seeWhatYouReported = "See what became of it";
export const lookAtIt = "Look at it";
export const seeWhoMayJoin = "See your invitations";
export const itCloses = "It closes on {when} (UTC).";
export const tooFewVoted = "Too few voted for a result to be shown.";
export const soManyFor = "{label}: {percent, number} % ({votes, plural, one {# vote} other {# votes}})";

// domain/inbox/mails/unsubscribe.ts
export const thatLinkIsNotOurs =
  "This link is not one of ours, or a part of it is missing. Copy the whole link from the mail.";
export const thatLinkIsTooOld =
  "This link is more than a year old. Use the one in a newer mail, or sign in and change what comes by mail on your account page.";
export const thatAccountIsGone =
  "The account that this mail was sent to has been deleted. No more mails will come.";
export const thatAddressIsNotTheirs =
  "The account that this mail was sent to has another address now. No more mails will come to this one.";
export const thatMailIsOfNoDiscussion = "This mail is not about a discussion.";

// components/members/mail-choices.tsx
export const noticesAndMails = "Notices and e-mails";
export const mailsWait = "E-mails wait five minutes, and are not sent if you read it here first.";
export const noMailsFromHere = "This site sends no e-mails. Everything is in your inbox.";
export const mailsAreStopped =
  "Three e-mails in a row came back from your address, so we have stopped sending them.";
export const tryAgain = "Try again";
export const allMailsAreOff = "You have turned off all e-mails about notices.";
export const mailMeAgain = "Turn on";
export const youHearOf = "You hear of";
export const inTheInbox = "Inbox";
export const byMail = "E-mail";
export const always = "Always";
export const digest = "Digest";
export const whatADigestIs =
  "New articles and the best comments from what you follow. None is sent when there is nothing new.";
export const never = "Never";
export const daily = "Daily";
export const weekly = "Weekly";
export const save = "Save";

// app/unsubscribe/page.tsx
export const emailsFromMoot = "E-mails from Moot";
export const linkIsIncomplete = "This link is incomplete. Copy the whole link from the mail.";
export const theseAreEMailsOf = "These are the e-mails to the account @{handle}.";
export const youAreSomebodyElse = "You are signed in as @{viewer}; the link in the mail is for @{handle}.";
export const pressToStop = "Nothing has changed yet. Press a button to end them.";
export const discussionIsMuted = "“{title}” is muted for @{handle}: no more notices or e-mails about it.";
export const discussionWasMuted = "“{title}” was muted for @{handle} already.";
export const discussionIsBack = "@{handle} follows “{title}” again.";
export const stoppedKind = "@{handle} gets no more e-mails about {kind}.";
export const wasStopped = "@{handle} got no e-mails about {kind} already.";
export const undoneKind = "@{handle} gets e-mails about {kind} again.";
export const undo = "Undo";
export const muteTitle = "Mute “{title}”";
export const endMailsAbout = "No more e-mails about {kind}";
export const digests = "what is new in what you follow (digests)";
export const anything = "anything that happens here";
export const whatStillComes =
  "What you ask for yourself, as for a new password, and warnings about your account still come.";
export const allOnAccount = "Everything else about e-mails is on your <link>account page</link>.";

// web/door/inbox.ts
export const pageThatEndsMails = "You are being taken to the page on which e-mails end.\n";

// domain/inbox/mails/digest-words.ts
export const newWhereYouFollow = "New in what you follow";
export const becauseYouAskedForDigests = "You get this because you asked for a digest.";
export const soManyNewUnder =
  "{count, plural, one {# new comment} other {# new comments}} under “{title}”. {who} wrote:";
export const newArticleBy = "New article by {author}: “{title}”";
export const alsoThere = "{who} wrote there, too:";
export const aFormerMember = "A former member";
export const goOnThere = "Go on reading the discussion";
export const readItThere = "Read it in the discussion";
