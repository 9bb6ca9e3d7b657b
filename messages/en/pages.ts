// app/error.tsx
export const somethingBrokeOnOurSide = "Something broke on our side";
export const itIsNotYourFault =
  "It is not your fault, and nothing you sent earlier is lost. Please try again.";
export const tryAgain = "Try again";
export const ifItStaysBroken = "If it keeps happening, give us this number: {digest}";

// app/global-error.tsx
export const somethingBrokeMoot = "Something broke · Moot";

// app/layout.tsx
export const skipToTheText = "Skip to the text";

// app/not-found.tsx
export const notFound = "Not found";
export const thereIsNothingHere = "Page not found";
export const theAddressMayBeMistyped = "The address may be mistyped, or the page may have been removed.";
export const allArticles = "All articles";

// app/page-metadata.ts
export const shareAlt = "{title}: an article on {name}";
export const mootAQuestion = "Moot: a question, put up for discussion";

// app/page.tsx
export const nameAndWhatItIs = "{name}: {what}";
export const questionsPutUpForDiscussion = "Questions put up for discussion";
export const nothingHasBeenPublished = "Nothing has been published here yet.";
export const olderArticles = "Older articles";
export const articlesThatEndInAQuestion = "articles that end in a question";
export const archive = "Archive";

// app/listing.tsx
export const articlesUnder = "Articles about {name}";
export const articlesBy = "Articles by {name}";
export const feed = "Feed";
export const follow = "Follow";

// app/about/page.tsx
export const aboutTheSite = "About {name}";
export const aboutMoot = "About Moot";
export const whatMootIs =
  "What Moot is, how its votes, arguments and moderation work, and what it cannot do.";

// app/archive/[year]/page.tsx
export const articlesOf = "Articles of {year}";

// app/archive/page.tsx
export const everyArticleByYear = "Every article, by year.";

// app/account/page.tsx
export const articles = "Articles";
export const account = "Account";
export const youCannotWrite = "You cannot write at the moment: {reason}";
export const readTheDecisionOrAppeal = "Read the decision, or appeal";
export const whatIsYours = "Your data";
export const decisionsAboutYou = "Moderation decisions about you";
export const saved = "Saved.";
export const yourPasswordIsChanged =
  "Your password has been changed. All other browsers have been signed out.";
export const youHaveConfirmed = "Thank you. You can go on where you were.";
export const yourAccountStays = "Welcome back. You signed in, so your account is no longer being deleted.";
export const following = "Following";
export const theFeedHasAnAddress = "The feed of replies to you is ready: its address is below.";
export const theFeedHasEnded = "The feed of replies to you has ended.";
export const aLinkIsOnItsWay = "We have sent a link to the new address. Nothing changes until you use it.";
export const yourAddressIsChanged = "Your address has been changed.";
export const thatBrowserIsSignedOut = "That browser is signed out.";
export const allOthersAreSignedOut = "All other browsers are signed out.";

// app/account/delete/page.tsx
export const deleteMyAccount = "Delete my account";
export const hiddenForAWeek =
  "You are signed out everywhere, and your account is hidden: your page is gone, and your comments carry no name. For seven days everything is kept, and signing in brings the account back.";
export const thenItGoes =
  "After seven days the account is deleted for good: your e-mail address, name, username, password, notices, messages and votes. Nobody can ever take your username.";
export const bylinesStay =
  "Articles that name you as an author keep your name, without a link to you. To have it changed, ask the editors first.";
export const whatOthersKeep =
  "Published results do not change at once, so that nobody can see how you voted. Your reactions stay counted, without you. What moderators decided is kept as the law requires, without your name.";
export const takeACopyFirst = "You can <link>download a copy of your data</link> first.";
export const theSampleStays = "Demo accounts cannot be deleted.";

// app/goodbye/page.tsx
export const accountIsHidden = "Your account is hidden";
export const signInWithinAWeek =
  "It will be deleted in seven days. To keep it, <link>sign in</link> before then; everything will be as it was.";

// app/inbox/page.tsx
export const inbox = "Inbox";

// app/moderation/page.tsx
export const moderation = "Moderation";
export const discussions = "Discussions";
export const theDiscussionsYouModerate = "Discussions you moderate";
export const howTheSiteModerates = "Moderation settings";
export const searchAllComments = "Search all comments";
export const log = "Log";
export const transparencyReport = "Transparency report";
export const fairnessCheck = "Fairness check";
export const namesAndBiosWaiting = "Names and bios ({waiting})";

// app/moderation/rules/page.tsx
export const editTheHouseRules = "Edit the house rules";

// app/rules/page.tsx
export const houseRules = "House rules";

// app/sign-in/page.tsx
export const signIn = "Sign in";
export const thatAddressAndThatPassword = "Wrong e-mail address or password.";
export const signingInDidNotWork = "Sign-in failed. Please try again.";
export const cookiesAreOff =
  "Your browser does not keep this site’s cookies, so nobody can be signed in with it. Allow cookies for this site, then try again.";

// web/pages/kept-form.ts
export const signInAndItCounts = "Sign in, and your reaction counts.";
export const signInAndItIsPosted = "Sign in, and your comment is sent.";
export const signInAndItIsReported = "Sign in, and your report is sent.";
export const signInAndItIsShown = "Sign in, and you can see the result without voting.";
export const signInAndItIsDone = "Sign in, and we do what you asked for. You do not have to start again.";
export const yourChoiceIsKept =
  "We have kept your choice, but it is not counted yet. Sign in, then press “Vote” once more.";
export const yourGuessIsKept = "We have kept your guess. Sign in, then press “Show the result” once more.";
export const whatYouWroteIsKept = "We have kept your text. It comes back once you are signed in.";

// app/sign-out/page.tsx
export const signOut = "Sign out";
export const signedInAs = "You are signed in as {name}.";

// app/sign-up/page.tsx
export const signUp = "Sign up";

// app/about/methods/page.tsx
export const howEachFigureIsMade = "How each figure is calculated";
export const whatIsCounted =
  "What is counted, how many it takes before it is shown, where the method comes from, and what it cannot say.";

// app/account/decisions/page.tsx
export const yourAccountIsClosed = "Your account is closed";
export const untilWhen = "Until {when}:";
export const youCanRead =
  "You can read here what was decided and why, and appeal: another moderator, never the one who decided, will review it. You can also download what you wrote here, and read the site like everyone else.";

// app/comments/[id]/page.tsx
export const inTheDiscussionOf = "{name} on “{title}”";
export const aCommentTakenBack = "A withdrawn comment on “{title}”";
export const aCommentTakenDown = "A removed comment on “{title}”";
export const signedInNow = "You are signed in. Please press the button again.";

// app/decisions/[id]/page.tsx
export const aDecisionAboutYou = "A decision about you";

// app/moderation/bulk/page.tsx
export const decideInBulk = "Decide about several comments";

// app/moderation/log/page.tsx
export const logOfModeration = "Moderation log";
export const everyDecisionTakenHere =
  "Every decision about comments, members and moderators, without names. Moderators and admins cannot change or delete an entry.";

// app/moderation/try/page.tsx
export const aCheckTriedOnThePast = "Test a check on past comments";
export const triedOnThePast = "{key}, tested on past comments";

// app/moderation/undo-check/page.tsx
export const undoWhatACheckDid = "Undo a check’s holds and flags";
export const undoTitle = "Undo: {title}";

// app/articles/[slug]/comments/page.tsx
export const commentsHeading = "Comments";
export const discussion = "Discussion";
export const backToTheDiscussion = "Back to the discussion";
export const replyCountToName = "{replyCount} to {name}";
export const thereIsNothingFurther = "There is nothing more here.";
export const discussionOf = "Discussion of “{title}”";

// app/articles/[slug]/poll/page.tsx
export const runThePoll = "Manage the poll";
export const thePoll = "The poll";

// app/articles/[slug]/record/page.tsx
export const theRecordOfTheDebateOn = "The record of the debate: {title}";

// app/articles/[slug]/record.csv/route.ts
export const thereIsNoDebateHere = "This article has no debate to record.";

// app/articles/[slug]/replies/page.tsx
export const eachSidesReply = "Each side’s reply";
export const theRecordOfTheDebate = "The record of the debate";

// app/articles/[slug]/reply/page.tsx
export const reply = "Reply";
export const addToTheDiscussion = "Add to the discussion";
export const replyOn = "Reply on “{title}”";

// app/articles/[slug]/sides/page.tsx
export const theWholeDiscussion = "The whole discussion";
export const sideBySide = "Side by side";
export const oneSide = "One side";
export const bySideOf = "By side: “{title}”";

// app/articles/[slug]/vote/page.tsx
export const yourVote = "The poll";
export const confirmVote = "You are signed in. Press “Vote” to cast your vote; it is not counted yet.";
export const confirmGuess = "You are signed in. Press “Show the result” to send your guess.";

// app/comments/[id]/edit/page.tsx
export const editAComment = "Edit a comment";
export const backToTheComment = "Back to the comment";
export const yourComment = "Your comment";
export const whatYouWrote = "Your text";
export const itWasNotSaved = "It was not saved. You can copy it.";
export const aCommentCanBeEdited =
  "You can edit a comment for {editMinutes} minutes, so that replies still fit what they answer. You can still withdraw it.";
export const onlyItsAuthorCanEdit = "Only the author can edit or withdraw a comment.";

// app/comments/[id]/moderate/page.tsx
export const moderateThisComment = "Moderate this comment";
export const onlyItsModeratorsDecide =
  "Only moderators of this discussion can use this page. If the comment breaks a rule, you can report it.";
export const somebodyElseDecides = "You cannot decide about this comment: it is your own, or an admin’s.";
export const somebodyWhoHasLeft = "a former member";
export const openTheThread = "Allow replies to this thread again";
export const closeTheThread = "Close this thread to replies";
export const theBestCase = "The best case for its side";
export const openInModeration = "Open in moderation";

// app/comments/[id]/just-moderated.tsx
export const pinnedAsTheBestCase = "Pinned as the best case for “{label}”.";

// app/comments/[id]/history/page.tsx
export const historyOfAComment = "History of a comment";
export const history = "History";

// app/comments/[id]/report/page.tsx
export const reportAComment = "Report a comment";

// app/members/[handle]/report/page.tsx
export const reportANameOrBio = "Report a name or bio";

// app/moderation/profiles/page.tsx
export const namesAndBios = "Names and bios";
export const noNameOrBioWaits = "No reported names or bios.";

// app/moderation/articles/[slug]/page.tsx
export const steerADiscussion = "Discussion settings";
export const steerTheDiscussion = "Discussion settings";

// app/moderation/bulk/[id]/page.tsx
export const bulkDecision = "A bulk decision";
export const decidedComments = "{decided, plural, one {1 comment} other {{decided} comments}}";
export const takeAllOfItBack = "Undo all of it";

// app/moderation/comments/[id]/page.tsx
export const aCommentInModeration = "A comment in moderation";
export const theCommentInItsDiscussion = "The comment in its discussion";

// app/moderation/members/[handle]/page.tsx
export const aMemberAtTheDesk = "A member in moderation";

// app/api/page.tsx
export const everythingAReader = "Anything a reader, writer or moderator can do here, a program can do too.";
export const api = "API";
export const everythingAndItsDescription =
  "Anything a reader, writer or moderator can do here, a program can do too. For tools, there is <link>an OpenAPI 3.1 description</link>.";

// app/undo-address/page.tsx
export const undoTheChange = "Undo the address change";
export const yesUndoIt = "Yes, undo it";
export const thatLinkIsIncomplete = "This link is incomplete. Please copy all of it from the e-mail.";

// app/new-address/page.tsx
export const isThisYourAddress = "Is this your address?";
export const yesThisIsMyAddress = "Yes, this is mine";
export const nextTimeYouSignIn =
  "The account that asked for this signs in with it from now on. <link>Go to your account</link>";

// app/new-password/page.tsx
export const aNewPassword = "New password";

// app/first-admin/page.tsx
export const setUpThisSite = "Set up this site";
export const youBecomeTheFirstAdmin =
  "This site has no admin yet. This makes you its first: you can then name moderators and editors, and change every setting.";
export const howToGetAFirstAdminLink =
  "If you are an admin, <sign>sign in</sign>. If the site has no admin yet, whoever runs it finds a new link in the output of its last start, or prints one with “moot member first-admin”.";

// app/sign-in-link/page.tsx
export const signInByMail = "Sign in by e-mail";
export const weSendALinkToSignIn =
  "Enter the address of your account. We send you a link and a code; with either you sign in without a password.";

// app/confirm-address/page.tsx
export const confirmYourAddress = "Confirm your e-mail address";
export const weHaveSentAMailTo =
  "We have sent an e-mail to {email}. Open its link in any browser, or enter its code here. Until then you can read, and write drafts; you cannot vote, comment or react.";
export const nothingArrivedYet = "Nothing after a few minutes? Check your spam folder and the address below.";
export const sendItAgain = "Send it again";
export const weHaveSentItAgain = "We have sent the e-mail again. Only the newest one works.";
export const yesConfirmIt = "Confirm my address";
export const confirmByCode = "Confirm";
export const yourAddressIsConfirmed = "Your address is confirmed. You can take part now.";
export const goOn = "Continue";
export const signInNow = "Sign in";

// app/forgotten-password/page.tsx
export const forgottenPassword = "Forgot your password?";
export const weSendAWay =
  "Enter the address you sign in with. We send you a link and a code; with either you can choose a new password.";
export const aMailIsOnItsWay =
  "If this address can receive e-mail, a message is on its way. It is valid for 15 minutes.";
export const lostTheMailbox =
  "Can you no longer read e-mail at that address? Whoever runs this site can give your account another one with “moot member recover”.";
export const nothingArrived = "Nothing after a few minutes? Check your spam folder, or try again below.";
export const itIsInTheMailbox = "This site has no mail server: find the message in this machine’s mailbox.";
export const askAgain = "Try again";
export const thisSiteSendsNoMail =
  "This site cannot send e-mail. Its operator can set a new password for you with “moot member password”.";
export const theChangeIsUndone =
  "Your old address is back, and all browsers are signed out. Choose a new password: whoever changed the address knew the old one.";

// components/api/reference.tsx
export const apiNeedsNobody = "No sign-in needed.";
export const apiNeeds = "Send the {what} cookie.";
export const apiOr = " or ";
export const apiParameters = "Parameters";
export const apiIn = "in the {where}";
export const apiRequiredIn = "in the {where}, required";
export const apiBody = "Body";
export const apiBodyOf = "Body of {name}";
export const apiExampleOf = "Example for {name}";
export const apiAnswers = "Answers";
export const apiAnswerOf = "Answer {status} of {name}";
export const apiProblem = "a problem";
export const apiTypes = "Types";

// app/articles/[slug]/feed.xml/route.ts
export const articleNotFound = "Article not found.";
export const theDiscussionOf = "Discussion of “{title}”";
export const theNewestComments = "The newest comments";

// app/feeds/replies/[key]/route.ts
export const thisFeedHasEnded = "This feed has ended.";
export const repliesToYou = "Replies to you";
export const whatOthersAnswered = "What others replied to your comments";
