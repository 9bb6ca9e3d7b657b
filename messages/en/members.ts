// components/members/account-forms.tsx
export const whatOthersSee = "What others see";
export const name = "Name";
export const aFewWordsAbout = "A few words about you";
export const atMostCharacters = "At most {bioLimit} characters.";
export const save = "Save";
export const password = "Password";
export const presentPassword = "Present password";
export const newPassword = "New password";
export const atLeastSignedOutElsewhere = "At least {min} characters. Every other browser is signed out.";
export const changeThePassword = "Change the password";
export const whereYouAreSigned = "Where you are signed in";
export const aCopyOfYourData = "<link>A copy of your data</link>, as one file";

// components/members/sign-out-form.tsx
export const signOut = "Sign out";
export const signOutEverywhere = "Sign out everywhere";
export const youHaveDraftsHere = "Something you wrote is not posted";
export const draftsStayInThisBrowser =
  "It is kept in this browser, where whoever uses it next could find it. They cannot post it under their name.";
export const deleteThemAndSignOut = "Delete it and sign out";
export const keepThemAndSignOut = "Keep it and sign out";

// components/members/member-head.tsx
export const reader = "reader";
export const editor = "editor";
export const moderator = "moderator";
export const admin = "admin";
export const hereSince = "here since {when}";
export const commentCount =
  "{approvedCount, plural, one {1 comment} other {{approvedCount, number} comments}}";
export const changedMinds =
  "{honourCount, plural, one {changed a mind} other {changed {honourCount, number} minds}}";

// components/members/members-comments.tsx
export const comments = "Comments";
export const nothingWrittenYet = "Nothing written yet.";
export const thatWasAll = "That was all.";
export const earlier = "Earlier";
export const toName = "to {name}, ";
export const nameUnderArticleTitle = "{name}under {articleTitle}";

// components/members/sign-in-form.tsx
export const eMail = "E-mail";
export const signIn = "Sign in";
export const iHaveNoAccount = "I have no account yet";

// components/members/sign-up-form.tsx
export const toSignInWith = "To sign in with. Nobody else sees it.";
export const handle = "Handle";
export const yourNameInAddresses = "Your name in addresses: 2 to 30 of a to z, figures, _ and -. It stays.";
export const asOthersReadItBeside =
  "As others read it beside what you write. It can be changed; without one it is your handle.";
export const aFewUnrelatedWords = "At least {min} characters. A few unrelated words work well.";
export const signUp = "Sign up";
export const iHaveAnAccount = "I have an account";

// components/members/try-the-sample.tsx
export const orLookAroundAsSomebodyMade = "Or look around as somebody made up";
export const thisIsASampleSite =
  "This is a sample site on your own machine, so it has a cast to try. None of this is there on a real one.";

// domain/members/sign-in.ts, sign-up.ts, sessions.ts, passwords.ts and roles.ts
export const thatLooksLikeTheOfSomeone = "That looks like the {field} of someone who works here.";
export const thatLooksLikeSomeoneWhoWorks = "That looks like someone who works here.";
export const thatAddressAndThatPassword = "That address and that password do not belong together.";
export const untilUntil = " until {until}";
export const accountClosedUntil = "This account is closed{until}: {reason}";
export const theSampleCast = "The sample cast is not here.";
export const yourPasswordStays = "Your password stays as it was.";
export const thatIsNotYourPresentPassword = "That is not your present password.";
export const yourPasswordWasChangedElsewhere = "Your password was changed elsewhere a moment ago.";
export const accountClosed = "This account is closed.";
export const onlyAnAdminGivesRoles = "Only an admin gives roles.";
export const thereIsNoMember = "There is no member of that name.";
export const somebodyMustBeAdmin = "Somebody must be admin: make another member one first.";

// domain/members/profile.ts
export const notWithThisWord = "This site does not take “{entry}” in names or descriptions.";

// domain/members/good-standing.ts
export const yourAccountWasSuspended =
  "Your account was suspended or closed a moment ago, so this was not written. You can read why, and appeal.";

// domain/members/password.ts
export const aPasswordOfBlanksIsNo = "A password of blanks is no password.";
export const thatIsOneOfTheFirst =
  "That is one of the first passwords anyone would try. A few unrelated words work well.";
export const thatRepeatsOnlyAFewCharacters =
  "That repeats only a few characters. A few unrelated words work well.";
export const yourOwnNameOrAddress =
  "Your own name or address is easily guessed. A few unrelated words work well.";

// domain/members/queries.ts
export const thereIsAnAccount = "There is an account with this address. Is it yours? Then sign in.";
export const somebodyHasThatHandleAlready = "Somebody has that handle already.";

// domain/members/schema.ts
export const thatAddressIsTooLong = "That address is too long.";
export const thatDoesNotLookLike = "That does not look like an e-mail address.";
export const thatPasswordIsTooLong = "That password is too long.";
export const aPasswordHasAtLeastCharacters = "A password has at least {min} characters.";
export const aPasswordHasAtMostCharacters = "A password has at most {max} characters.";
export const aHandleHas2To30 = "A handle has 2 to 30 of the letters a to z, figures, _ and -.";
export const aHandleHasAtLeast = "A handle has at least a letter or a figure.";
export const thatHandleIsKept = "That handle is kept for the site itself.";
export const aNameHasAtLeast = "A name has at least a letter.";
export const aNameHasAtMostCharacters = "A name has at most {nameLimit} characters.";
export const thatNameHasCharacters = "That name has characters that cannot be shown.";
export const thatNameWouldBeTaken = "That name would be taken for the site itself.";
export const atMostBioLimitCharacters = "At most {bioLimit} characters, please.";

// domain/members/sessions.ts
export const thatSessionHasEnded = "That browser is not signed in any more.";

// domain/members/browser.ts
export const browserOnSystem = "{browser} on {system}";
export const someProgram = "A program of another kind";

// domain/members/security-event.ts
export const youChangedThePassword = "The password was changed.";
export const aNewPasswordByMail = "The password was forgotten, and a new one chosen by mail.";
export const theOperatorSetThePassword = "The operator of this site set a new password.";
export const theAddressWasChanged = "The e-mail address was changed.";
export const theChangeOfAddressWasUndone =
  "A change of the e-mail address was undone from the earlier address.";
export const theOperatorSetTheAddress = "The operator of this site changed the e-mail address.";
export const otherBrowsersWereSignedOut = "All other browsers were signed out.";
export const theOperatorSignedOutEverywhere = "The operator of this site signed the account out everywhere.";
export const aRoleWasGiven = "The role was changed.";

// domain/members/by-operator.ts
export const anotherMemberHasThatAddress = "Another member has that address.";

// domain/members/recovery.ts and address-change.ts
export const thisSiteSendsNoMail =
  "This site cannot send mail. Whoever runs it can set a new password or another address for you.";
export const thatLinkIsNotGood =
  "This link is not good any more: it was used, is too old, or a newer one was sent. Ask for another.";
export const thatCodeIsNotRight =
  "That code is not right, or not good any more. After five tries ask for another mail, in this browser.";
export const aCodeHasSixFigures = "The code in the mail has six figures.";
export const yourAddressStays = "Your address stays as it was.";
export const thatIsYourAddressAlready = "That is your address already.";

// components/members/recovery-forms.tsx
export const forgottenYourPassword = "Forgotten your password?";
export const sendMeAMail = "Send me a mail";
export const theCodeInTheMail = "Or type the code in the mail";
export const codeOfSixFigures = "Code of six figures";
export const setThePassword = "Set the password";

// components/members/account-safety.tsx
export const inBrowsersThisOneAmongThem =
  "{sessions, plural, one {In this browser only.} other {In {sessions} browsers, this one among them.}}";
export const eMailAddress = "E-mail address";
export const mailsGoTo = "You sign in with {email}, and our mails go there. Nobody else sees it.";
export const mailsComeBack =
  "Mails to this address come back. Without one that works, a forgotten password is lost.";
export const newAddress = "New address";
export const yourPassword = "Your password, so that it is you";
export const weSendALinkThere =
  "We send a link there. Your present address is told, and can undo the change for a week.";
export const changeTheAddress = "Change the address";
export const anUnknownBrowser = "A browser we know nothing of";
export const thisOne = "this one";
export const signedInSince = "since {when}";
export const lastSeenInTheHour = "last seen in the hour from {when}";
export const signThisOneOut = "Sign out there";
export const signOutElsewhere = "Sign out of all others";
export const whatWasDone = "What was done to your account";
