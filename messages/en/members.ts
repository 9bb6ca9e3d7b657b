// components/members/account-forms.tsx
export const whatOthersSee = "Public profile";
export const name = "Name";
export const aFewWordsAbout = "About you";
export const atMostCharacters = "Up to {bioLimit} characters.";
export const save = "Save";
export const password = "Password";
export const presentPassword = "Current password";
export const newPassword = "New password";
export const atLeastSignedOutElsewhere =
  "At least {min} characters. You will be signed out of all other browsers.";
export const changeThePassword = "Change password";
export const aCopyOfYourData =
  "<link>Download your data</link> as a machine-readable file, or <page>read all of it</page> on one page. Either takes a few seconds.";

// components/members/sign-out-form.tsx
export const signOut = "Sign out";
export const signOutEverywhere = "Sign out everywhere";
export const youHaveDraftsHere = "You have an unposted draft";
export const draftsStayInThisBrowser =
  "It is saved in this browser, where the next person to use it could read it. They cannot post it under their name.";
export const deleteThemAndSignOut = "Delete it and sign out";
export const keepThemAndSignOut = "Keep it and sign out";

// components/members/member-head.tsx
export const muteThisMember = "Mute";
export const reportThisNameOrBio = "Report this name or bio";
export const reader = "reader";
export const editor = "editor";
export const moderator = "moderator";
export const admin = "admin";
export const hereSince = "joined {when}";
export const commentCount =
  "{approvedCount, plural, one {1 comment} other {{approvedCount, number} comments}}";
export const changedMinds =
  "{honourCount, plural, one {changed a mind} other {changed {honourCount, number} minds}}";

// components/members/members-comments.tsx
export const comments = "Comments";
export const pendingApproval = "Pending approval";
export const onlyYouSeeThese = "Only you and moderators can see these until a moderator approves them.";
export const nothingWrittenYet = "No comments yet.";
export const thatWasAll = "No more comments.";
export const earlier = "Older";
export const toName = "to {name}, ";
export const nameUnderArticleTitle = "{name}under {articleTitle}";

// components/members/sign-in-form.tsx
export const eMail = "E-mail";
export const signIn = "Sign in";
export const iHaveNoAccount = "Create an account";
export const forgottenYourPassword = "Forgot your password?";
export const orALinkByMail = "Sign in with a link by e-mail";

// components/members/sign-up-form.tsx
export const signUp = "Sign up";
export const iHaveAnAccount = "I already have an account";

// components/members/newcomer-fields.tsx
export const toSignInWith = "To sign in. Nobody else sees it.";
export const handle = "Username";
export const yourNameInAddresses =
  "2 to 30 characters: a–z, digits, _ and -. You can change it once a month.";
export const asOthersReadItBeside = "Shown next to your comments. Optional; you can change it.";
export const aFewUnrelatedWords = "At least {min} characters. A few unrelated words work well.";

// components/members/try-the-sample.tsx
export const orLookAroundAsSomebodyMade = "Or try it with a demo account";
export const thisIsASampleSite = "This is a demo on your own machine. A real site has no demo accounts.";
export const demoReader = "{name}, a reader who has not voted";
export const demoMoved = "{name}, a reader who changed their mind";
export const demoSuspended = "{name}, a suspended reader";
export const demoArticleModerator = "{name}, moderator of one discussion";
export const demoModerator = "{name}, moderator of the site";
export const demoEditor = "{name}, editor";
export const demoAdmin = "{name}, admin";

// domain/members/sign-up.ts, sign-in.ts, passwords.ts and roles.ts
export const thatAddressAndThatPassword = "Wrong e-mail address or password.";
export const untilUntil = " until {until}";
export const accountClosedUntil = "This account is closed{until}: {reason}";
export const yourPasswordStays = "Your password was not changed.";
export const thatIsNotYourPresentPassword = "This is not your current password.";
export const yourPasswordWasChangedElsewhere = "Your password has just been changed elsewhere.";
export const accountClosed = "This account is closed.";
export const onlyAnAdminGivesRoles = "Only an admin can change roles.";
export const thereIsNoMember = "There is no member with that username.";
export const somebodyMustBeAdmin = "The site needs an admin: make another member one first.";
export const notTogetherOrNotConfirmed =
  "Wrong e-mail address or password. If you have just signed up, please confirm your address first, by the link in our e-mail.";

// domain/members/sample-session.ts
export const theSampleCast = "This site has no demo accounts.";

// domain/members/profile.ts
export const notWithThisWord = "This site does not accept “{entry}” in names or profiles.";
export const thatWasTakenDown =
  "A moderator removed this. Please choose something else, or appeal the decision.";
export const thatLooksLikeTheOfSomeone = "This {field} is too similar to a staff member’s.";
export const thatLooksLikeSomeoneWhoWorks = "This is too similar to a staff member’s.";

// components/members/handle-form.tsx
export const youAreCalled =
  "You are @{handle}. Your username is part of your page’s address, and others mention you by it.";
export const newHandle = "New username";
export const theEarlierStaysYours =
  "You can change it once a month. Nobody else can take your earlier username.";
export const earlierOneLeadsHere = "@{handle} also leads to my page";
export const changeTheHandle = "Change username";
export const nextHandleFrom = "You can choose another one from {when}.";
export const earlierOnesLeadHere = "{handles} leads to your page.";
export const earlierOnesLeadNowhere = "{handles} leads nowhere, and nobody else can take it.";
export const letThemLeadHere = "Let earlier usernames lead to my page";
export const letThemLeadNowhere = "Let earlier usernames lead nowhere";

// domain/members/change-handle.ts
export const thatIsYourHandle = "This is already your username.";
export const theSampleKeepsItsNames = "Demo accounts keep their usernames.";
export const oneHandleAMonth = "You can change your username once a month, next on {when}.";

// domain/members/good-standing.ts
export const yourAccountWasSuspended =
  "Your account has just been suspended or closed, so this was not saved. You can read why, and appeal.";

// domain/members/password.ts
export const aPasswordOfBlanksIsNo = "A password cannot consist of spaces.";
export const thatIsOneOfTheFirst =
  "This password is too common: it is among the first anyone would try. A few unrelated words work well.";
export const thatRepeatsOnlyAFewCharacters =
  "This repeats only a few characters. A few unrelated words work well.";
export const yourOwnNameOrAddress =
  "Your own name or address is easy to guess. A few unrelated words work well.";

// domain/members/queries.ts
export const somebodyHasThatHandleAlready = "This username is taken.";
export const noAccountWithThisAddress =
  "You cannot open an account with this e-mail address. If you already have one, please sign in.";

// domain/members/schema.ts
export const thatPasswordIsTooLong = "This password is too long.";
export const aPasswordHasAtLeastCharacters = "A password must have at least {min} characters.";
export const aPasswordHasAtMostCharacters = "A password can have at most {max} characters.";
export const aHandleHas2To30 = "A username must be 2 to 30 characters: a–z, digits, _ and -.";
export const aHandleHasAtLeast = "A username needs at least one letter or digit.";
export const thatHandleIsKept = "This username is reserved.";
export const aNameHasAtLeast = "A name needs at least one letter.";
export const aNameHasAtMostCharacters = "A name can have at most {nameLimit} characters.";
export const thatNameHasCharacters = "This name contains characters that cannot be shown.";
export const thatNameWouldBeTaken = "This name is reserved.";
export const atMostBioLimitCharacters = "Please use at most {bioLimit} characters.";
export const aCodeHasSixFigures = "The code in the e-mail has six digits.";
export const pleaseConfirm = "Please confirm that you want to delete the account.";

// domain/members/security-event.ts
export const aNewBrowserSignedIn = "A new browser signed in.";
export const youChangedThePassword = "The password was changed.";
export const aNewPasswordByMail = "A new password was chosen by e-mail.";
export const theOperatorSetThePassword = "The operator of this site set a new password.";
export const theAddressWasConfirmed = "The e-mail address was confirmed.";
export const theAddressWasChanged = "The e-mail address was changed.";
export const theChangeOfAddressWasUndone =
  "A change of the e-mail address was undone from the earlier address.";
export const theOperatorSetTheAddress = "The operator of this site changed the e-mail address.";
export const anAccountElsewhereWasConnected = "An account on another site was connected.";
export const anAccountElsewhereWasDisconnected = "An account on another site was disconnected.";
export const otherBrowsersWereSignedOut = "All other browsers were signed out.";
export const theOperatorSignedOutEverywhere = "The operator of this site signed the account out everywhere.";
export const aRoleWasGiven = "The role was changed.";
export const erasureWasAsked = "Deletion of the account was requested.";
export const erasureWasTakenBack = "Signing in stopped the deletion of the account.";
export const anAdminKeptTheAccount = "An admin stopped the deletion of the account.";

// domain/members/browser.ts
export const browserOnSystem = "{browser} on {system}";
export const someProgram = "Another program";

// domain/members/sessions.ts
export const thatSessionHasEnded = "That browser is no longer signed in.";

// domain/members/email-address.ts
export const thatAddressIsTooLong = "This address is too long.";
export const thatDoesNotLookLike = "This does not look like an e-mail address.";

// domain/members/recovery.ts and address-change.ts
export const thisSiteSendsNoMail =
  "This site cannot send e-mail. Its operator can set a new password or address for you with “moot member password” or “moot member email”.";
export const thatLinkIsNotGood =
  "This link is no longer valid: it has been used, has expired, or a newer one was sent. Please request another.";
export const thatCodeIsNotRight =
  "This code is wrong or has expired. After five tries, please request another e-mail in this browser.";
export const yourAddressStays = "Your address was not changed.";
export const thatIsYourAddressAlready = "This is already your address.";
export const anotherMemberHasThatAddress = "Another member has this address.";

// domain/members/claims.ts
export const yourAddressIsConfirmedAlready = "Your address is already confirmed.";

// domain/members/first-admin.ts and components/members/first-admin-form.tsx
export const thatFirstAdminLinkIsNotGood =
  "This link is not valid: it has been used, a newer one was printed, or the site has an admin already.";
export const siteName = "Name of the site";
export const siteNameHint = "Readers see it at the top of every page. You can change it at any time.";
export const becomeAdmin = "Create admin account";

// components/members/recovery-forms.tsx
export const sendMeAMail = "Send e-mail";
export const theCodeInTheMail = "Or enter the code from the e-mail";
export const codeOfSixFigures = "Six-digit code";
export const setThePassword = "Set password";

// components/members/confirm-first.tsx
export const confirmFirst =
  "Your e-mail address is not confirmed yet, so you cannot vote, comment or react. <link>Confirm it, or have the e-mail sent again</link>";

// domain/members/by-operator.ts
export const notConfirmedYet = "{email} (not confirmed)";

// components/members/mail-forms.tsx
export const sendTheMailAgain = "Send the e-mail again";
export const signInWithPassword = "Sign in with a password";

// components/members/account-safety.tsx
export const inBrowsersThisOneAmongThem =
  "{sessions, plural, one {Only in this browser.} other {In {sessions} browsers, including this one.}}";
export const eMailAddress = "E-mail address";
export const mailsGoTo = "You sign in with {email}, and we send e-mail there. Nobody else sees it.";
export const youSignInWith = "You sign in with {email}. Nobody else sees it.";
export const mailsComeBack =
  "E-mails to this address come back. Without a working address you cannot reset a forgotten password.";
export const newAddress = "New address";
export const weSendALinkThere =
  "We send a link to the new address. We also tell your current address, which can undo the change for a week.";
export const changeTheAddress = "Change address";
export const anUnknownBrowser = "Unknown browser";
export const thisOne = "this one";
export const signedInSince = "signed in {when}";
export const lastSeenInTheHour = "last seen {when}";
export const signThisOneOut = "Sign out this browser";
export const signOutElsewhere = "Sign out all other browsers";
export const whatWasDone = "Account activity";
export const whereYouAreSigned = "Where you are signed in";

// domain/members/erasure.ts
export const theSampleIsNotErased = "Demo accounts cannot be deleted.";
export const justSignedOut = "You have just been signed out. Please sign in and try again.";
export const isBeingErasedAlready = "This account is already being deleted.";
export const isNotBeingErased = "This account is not being deleted.";
export const onlyAnAdminErases = "Only admins can delete another member’s account.";
export const theLastAdminStays = "This is the only admin’s account. Make somebody else an admin first.";

// components/members/members-articles.tsx
export const articles = "Articles";
export const allArticlesBy = "All articles by {name}";

// components/members/erasure-form.tsx
export const whatBecomesOfComments = "Your comments";
export const commentsStay = "Keep them, without my name";
export const commentsStayHint = "They stay readable as the comments of “a former member”.";
export const commentsGo = "Delete them";
export const commentsGoHint =
  "A note in their place says that they were withdrawn, so that replies still make sense.";
export const iWantItDeleted = "I want my account to be deleted.";
export const deleteTheAccount = "Delete account";
export const keepTheAccount = "Keep account";
