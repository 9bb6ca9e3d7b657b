// domain/inbox/kind-names.ts
export const repliesToYou = "replies to you";
export const mentionsOfYou = "mentions of you";
export const quotesOfYou = "quotes of you";
export const newComments = "new comments in what you follow";
export const newArticles = "new articles by authors and tags you follow";
export const corrections = "corrections of articles you follow";
export const newWordsOfPolls = "reworded polls";
export const pollsThatCloseSoon = "polls that close within a day";
export const resultsOfPolls = "results of polls";
export const changesOfVote = "votes that changed because of your comment";
export const decisionsAboutYou = "moderators’ decisions about you";
export const yourReports = "decisions on your reports";
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
export const becauseYouInvited = "You get this because you created the invitation.";
export const becauseYouAreStaff = "You get this because you help to run this site.";

// domain/inbox/mails/compose.ts
export const whoViaSite = "{who} via {site}";
export const muteThisDiscussion = "Mute this discussion";
export const noMoreMailsAbout = "No more e-mails about {kind}";
export const noMoreMails = "No more e-mails about anything here";

// domain/inbox/mails/items.ts
export const youWrote = "You wrote:";
export const inAnswerTo = "In reply to:";
export const inAnswerToWhom = "In reply to {who}:";
export const readAndReply = "Read it in the discussion, and reply";
export const byAuthor = "By {author}";
export const readTheArticle = "Read the article";
export const seeThePoll = "See the poll";
export const vote = "Vote";
export const seeTheResult = "See the result";
export const seeYourComment = "See your comment";
export const readTheDecision = "Read the decision";
export const seeWhatYouReported = "See the decision";
export const lookAtIt = "Review it";
export const seeWhoMayJoin = "See your invitations";
export const itCloses = "It closes on {when} (UTC).";
export const tooFewVoted = "Too few people voted for a result to be shown.";
export const soManyFor = "{label}: {share} ({votes, plural, one {# vote} other {# votes}})";

// domain/inbox/mails/unsubscribe.ts
export const thatLinkIsNotOurs =
  "This link is incomplete or not one of ours. Copy the whole link from the e-mail.";
export const thatLinkIsTooOld =
  "This link is more than a year old. Use the one in a newer e-mail, or sign in and change your e-mail settings on your account page.";
export const thatAccountIsGone =
  "The account this e-mail was sent to has been deleted. You will get no more e-mails.";
export const thatAddressIsNotTheirs =
  "The account this e-mail was sent to now has a different address. You will get no more e-mails at this one.";
export const thatMailIsOfNoDiscussion = "This e-mail is not about a discussion.";

// components/members/mail-choices.tsx
export const noticesAndMails = "Notices and e-mails";
export const mailsWait = "We wait five minutes before e-mailing, and send nothing if you have read it here.";
export const noMailsFromHere = "This site does not send e-mails. Everything is in your inbox.";
export const mailsAreStopped =
  "Three e-mails in a row came back from your address, so we have stopped sending them.";
export const tryAgain = "Try again";
export const allMailsAreOff = "You have turned off all e-mails about notices.";
export const mailMeAgain = "Turn on";
export const youHearOf = "Notify me about";
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
export const linkIsIncomplete = "This link is incomplete. Copy the whole link from the e-mail.";
export const theseAreEMailsOf = "These are the e-mails to the account @{handle}.";
export const youAreSomebodyElse = "You are signed in as @{viewer}; the link in the e-mail is for @{handle}.";
export const whatStillComes =
  "You still get e-mails you ask for, such as one for a new password, and warnings about your account.";
export const allOnAccount = "You find all e-mail settings on your <link>account page</link>.";

// components/members/stop-forms.tsx
export const pressToStop = "Nothing has changed yet. Press a button to stop these e-mails.";
export const discussionIsMuted = "“{title}” is muted for @{handle}: no more notices or e-mails about it.";
export const discussionWasMuted = "“{title}” was already muted for @{handle}.";
export const discussionIsBack = "@{handle} follows “{title}” again.";
export const stoppedKind = "@{handle} gets no more e-mails about {kind}.";
export const wasStopped = "E-mails about {kind} were already off for @{handle}.";
export const undoneKind = "@{handle} gets e-mails about {kind} again.";
export const undo = "Undo";
export const muteTitle = "Mute “{title}”";
export const endMailsAbout = "No more e-mails about {kind}";
export const digests = "what is new in what you follow (digests)";
export const anything = "anything that happens here";

// web/door/inbox.ts
export const pageThatEndsMails = "You are being taken to the page where you can stop e-mails.\n";

// domain/inbox/mails/digest-words.ts
export const newWhereYouFollow = "New in what you follow";
export const becauseYouAskedForDigests = "You get this because you asked for a digest.";
export const soManyNewUnder =
  "{count, plural, one {# new comment} other {# new comments}} under “{title}”. {who} wrote:";
export const newArticleBy = "New article by {author}: “{title}”";
export const alsoThere = "{who} also wrote there:";
export const aFormerMember = "A former member";
export const goOnThere = "Read on in the discussion";
export const readItThere = "Read it in the discussion";
