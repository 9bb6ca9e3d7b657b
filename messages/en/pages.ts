// app/error.tsx
export const somethingBrokeOnOurSide = "Something broke on our side";
export const itIsNotYourFault =
  "It is not your fault, and nothing you sent earlier is lost. Trying again often helps.";
export const tryAgain = "Try again";
export const ifItStaysBroken = "If it stays broken, tell us this number: {digest}";

// app/global-error.tsx
export const somethingBrokeMoot = "Something broke · Moot";

// app/layout.tsx
export const titleTemplate = "%s · Moot";
export const articlesThatEndInAQuestion = "Articles that end in a question, put up for discussion.";
export const skipToTheText = "Skip to the text";

// app/not-found.tsx
export const notFound = "Not found";
export const thereIsNothingHere = "There is nothing here";
export const theAddressMayBeMistyped = "The address may be mistyped, or what stood here was taken away.";
export const allArticles = "All articles";

// app/page-metadata.ts
export const mootAQuestion = "Moot: a question, put up for discussion";

// app/page.tsx
export const eachArticleHereEnds =
  "Each article here ends in a question. Vote on it, argue about it, and see what the argument changed.";
export const mootArticlesThatEnd = "Moot: articles that end in a question";
export const questionsPutUpForDiscussion = "Questions put up for discussion";
export const nothingHasBeenPublished = "Nothing has been published here yet.";
export const olderArticles = "Older articles";

// app/about/page.tsx
export const aboutMoot = "About Moot";
export const whatMootIs =
  "What Moot is, how its votes, arguments and moderation work, and what it cannot do.";

// app/account/page.tsx
export const account = "Account";
export const youCannotWrite = "You cannot write for now: {reason}";
export const whatIsYours = "What is yours";
export const decisionsAboutYou = "Decisions about you";
export const saved = "Saved.";
export const yourPasswordIsChanged = "Your password is changed. Every other browser is signed out.";

// app/inbox/page.tsx
export const inbox = "Inbox";

// app/moderation/page.tsx
export const moderation = "Moderation";
export const discussions = "Discussions";
export const theDiscussionsYouModerate = "The discussions you moderate";
export const howTheSiteModerates = "How the site moderates";
export const log = "Log";
export const transparencyReport = "Transparency report";
export const fairnessCheck = "Fairness check";

// app/rules/page.tsx
export const houseRules = "House rules";

// app/sign-in/page.tsx
export const signIn = "Sign in";
export const whatYouWroteIsKept = "What you wrote is kept, and comes back once you are signed in.";
export const thatAddressAndThatPassword = "That address and that password do not belong together.";
export const signingInDidNotWork = "Signing in did not work. Please try again.";

// app/sign-out/page.tsx
export const signOut = "Sign out";
export const signedInAs = "You are signed in as {name}.";

// app/sign-up/page.tsx
export const signUp = "Sign up";

// app/about/methods/page.tsx
export const howEachFigureIsMade = "How each figure is made";
export const whatIsCounted =
  "What is counted, from how many on it is shown, where the method is from, and what it cannot tell.";

// app/account/decisions/page.tsx
export const yourAccountIsClosed = "Your account is closed";
export const untilWhen = "Until {when}:";
export const youCanRead =
  "You can read here what was decided and why, and appeal: another moderator, never the one who decided, looks at it again. You can also take a copy of what you wrote here. Everything else you read as everybody does.";

// app/comments/[id]/page.tsx
export const inTheDiscussionOf = "{name} on “{title}”";
export const aCommentTakenBack = "A comment its author took back, on “{title}”";
export const aCommentTakenDown = "A comment that was removed, on “{title}”";
export const discussionOf = "Discussion of “{title}”";
export const bySideOf = "By side: “{title}”";
export const replyOn = "Reply on “{title}”";
export const signedInNow = "You are signed in now. Press once more what you pressed, and it counts.";

// app/decisions/[id]/page.tsx
export const aDecisionAboutYou = "A decision about you";

// app/moderation/bulk/page.tsx
export const decideTogether = "Decide together";

// app/moderation/log/page.tsx
export const logOfModeration = "Log of moderation";
export const everyDecisionTakenHere =
  "Every decision taken here, without names. It cannot be rewritten, not even by those who run the site.";

// app/moderation/try/page.tsx
export const aCheckTriedOnThePast = "A check, tried on the past";
export const triedOnThePast = "{key}, tried on the past";

// app/moderation/undo-check/page.tsx
export const undoWhatACheckDid = "Undo what a check did";
export const undoTitle = "Undo: {title}";

// app/articles/[slug]/comments/page.tsx
export const discussion = "Discussion";
export const backToTheDiscussion = "Back to the discussion";
export const replyCountToName = "{replyCount} to {name}";
export const thereIsNothingFurther = "There is nothing further here.";

// app/articles/[slug]/poll/page.tsx
export const runThePoll = "Manage the poll";
export const thePoll = "The poll";

// app/articles/[slug]/record/page.tsx
export const theRecordOfTheDebateOn = "The record of the debate: {title}";

// app/articles/[slug]/record.csv/route.ts
export const thereIsNoDebateHere = "There is no debate here.";

// app/articles/[slug]/replies/page.tsx
export const eachSidesReply = "Each side’s reply";
export const theRecordOfTheDebate = "The record of the debate";

// app/articles/[slug]/reply/page.tsx
export const reply = "Reply";
export const addToTheDiscussion = "Add to the discussion";

// app/articles/[slug]/sides/page.tsx
export const theWholeDiscussion = "The whole discussion";
export const sideBySide = "Side by side";
export const oneSide = "One side";

// app/articles/[slug]/vote/page.tsx
export const yourVote = "Your vote";

// app/comments/[id]/edit/page.tsx
export const editAComment = "Edit a comment";
export const backToTheComment = "Back to the comment";
export const yourComment = "Your comment";
export const whatYouWrote = "What you wrote";
export const itWasNotSaved = "It was not saved. You can copy it.";
export const aCommentCanBeEdited =
  "A comment can be edited for {editMinutes} minutes, so that replies keep what they answer. You can still take it back.";
export const onlyItsAuthorCanEdit = "Only its author can edit or withdraw a comment.";

// app/comments/[id]/history/page.tsx
export const historyOfAComment = "History of a comment";
export const history = "History";

// app/comments/[id]/report/page.tsx
export const reportAComment = "Report a comment";

// app/moderation/articles/[slug]/page.tsx
export const steerADiscussion = "Steer a discussion";
export const steerTheDiscussion = "Steer the discussion";

// app/moderation/bulk/[id]/page.tsx
export const decidedTogether = "Decided together";
export const decidedComments = "{decided, plural, one {One comment} other {{decided} comments}}";
export const takeAllOfItBack = "Take all of it back";

// app/moderation/comments/[id]/page.tsx
export const aCommentInModeration = "A comment in moderation";
export const theCommentInItsDiscussion = "The comment in its discussion";

// app/moderation/members/[handle]/page.tsx
export const aMemberAtTheDesk = "A member at the desk";

// app/api/page.tsx
export const everythingAReader =
  "Everything a reader, writer or moderator can do here, a program can do, too.";
export const api = "API";
export const apiNeedsNobody = "Anyone may ask, signed in or not.";
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
export const everythingAndItsDescription =
  "Everything a reader, writer or moderator can do here, a program can do, too. For tools there is <link>the description as OpenAPI 3.1</link>.";

// app/forgotten-password/page.tsx
export const forgottenPassword = "Forgotten your password?";
export const weSendAWay =
  "We send a mail to the address you sign in with. It has a link and a code, and with either you choose a new password.";
export const aMailIsOnItsWay =
  "A mail is on its way, if that is an address. It is good for a quarter of an hour.";
export const nothingArrived = "Nothing after some minutes? Look among the spam, or ask again below.";
export const itIsInTheMailbox = "This site has no mail server: it is in the mailbox of this machine.";
export const askAgain = "Ask again";
export const thisSiteSendsNoMail =
  "This site cannot send mail. Whoever runs it can set a new password for you.";
export const theChangeIsUndone =
  "Your address is yours again, and everybody is signed out. Choose a new password: whoever changed the address knew the old one.";

// app/new-password/page.tsx, app/new-address/page.tsx and app/undo-address/page.tsx
export const aNewPassword = "A new password";
export const isThisYourAddress = "Is this your address?";
export const yesThisIsMyAddress = "Yes, this is my address";
export const undoTheChange = "Undo the change of address";
export const yesUndoIt = "Yes, undo it";
export const thatLinkIsIncomplete = "This link is not whole. Copy all of it from the mail.";

// app/account/page.tsx
export const aLinkIsOnItsWay = "A link is on its way to that address. Until it is used, nothing changes.";
export const yourAddressIsChanged = "Your address is changed.";
export const thatBrowserIsSignedOut = "That browser is signed out.";
export const allOthersAreSignedOut = "All other browsers are signed out.";
