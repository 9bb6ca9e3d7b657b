// domain/mail/send.ts
export const testSubject = "A test from Moot";
export const testWords =
  "The operator of this site sent this e-mail to check that it arrives. You need not do anything.";

// domain/mail/letter.ts
export const orTypeThisCode = "Or enter this code in the browser you used: {code}";
export const sentBySite = "Sent by {site}. Replies to this address are not read.";

// app/mailbox/page.tsx
export const mailbox = "Mailbox";
export const mailsAreKeptHere =
  "This site has no mail server, so its e-mails are kept here, where anyone using this machine can read them.";

// components/members/mail-list.tsx
export const noMailsYet = "No e-mails yet.";
export const mailTo = "To {to}";

// domain/members/recovery.ts
export const forgottenSubject = "Choose a new password";
export const somebodyForgot = "Somebody, probably you, asked for a new password for your account @{handle}.";
export const goodForAQuarter =
  "The link and the code work once, for 15 minutes. A newer e-mail replaces this one.";
export const ifItWasNotYou = "If this was not you, ignore this e-mail: nothing has changed.";
export const chooseANewPassword = "Choose a new password";
export const noAccountSubject = "There is no account with this address";
export const noAccountWith =
  "Somebody, probably you, asked for a new password for {email}. There is no account with this address.";
export const anotherAddressPerhaps =
  "You may have signed up with another address, or not have confirmed this one yet.";

// domain/members/link-by-mail.ts
export const signInSubject = "Your sign-in link";
export const somebodyWantsIn =
  "Somebody, probably you, asked for a link to sign in to your account @{handle}.";
export const signInHere = "Sign in";
export const noAccountToSignInTo =
  "Somebody, probably you, asked for a link to sign in with {email}. There is no account with this address.";

// domain/members/claims.ts
export const confirmSubject = "Please confirm your e-mail address";
export const somebodySignedUp =
  "Somebody, probably you, signed up as @{handle} with this address. Once you confirm it, the account can vote, comment and react.";
export const goodForADay = "The link and the code work once, for a day. A newer e-mail replaces this one.";
export const ifYouDidNotSignUp =
  "If this was not you, ignore this e-mail. Without your confirmation the account can do nothing, and it is deleted after {days, plural, one {# day} other {# days}}.";
export const confirmTheAddress = "Confirm address";
export const noSecondAccountSubject = "You cannot open another account with this address";
export const somebodySignedUpAgain =
  "Somebody, probably you, signed up with {email}. There is already an account with this address, or there was one and it was closed. If you have forgotten your password, choose a new one.";

// domain/members/security-mails.ts
export const connectedSubject = "{provider} is connected to your account";
export const isConnected = "You can now sign in to your account with {provider}.";
export const disconnectedSubject = "{provider} is no longer connected to your account";
export const isDisconnected = "You can no longer sign in to your account with {provider}.";
export const ifYouDidNotConnectIt =
  "If it was not you, disconnect what you do not recognise on your account page, and choose a new password.";
export const seeYourAccount = "See your account";
export const newBrowserSubject = "A new browser signed in to your account";
export const newBrowserSignedIn = "{browser} has signed in to your account for the first time.";
export const ifTheBrowserIsNotYours =
  "If it was not you, sign that browser out on your account page, and change your password.";
export const passwordChangedSubject = "Your password was changed";
export const passwordWasChanged =
  "The password of your account was changed, and all other browsers were signed out.";
export const ifYouDidNotChangeIt =
  "If this was not you, choose a new one at once. Only somebody who can read this mailbox can do that.";

// domain/members/address-change.ts
export const proofSubject = "Is this your address?";
export const thisShallBeTheAddressOf =
  "@{handle} wants to use this address for their account. If that is you, please confirm it.";
export const yesThisIsMyAddress = "Yes, this is my address";
export const takenSubject = "You already have an account with this address";
export const somebodyWantedYourAddress =
  "Somebody wanted to use {email} for another account. It belongs to yours, so nothing has changed.";
export const addressChangedSubject = "The address of your account was changed";
export const yourAddressIsAnother =
  "Your account now has a different e-mail address. You can no longer sign in with this one.";
export const youCanUndoThis =
  "If this was not you, undo it within a week: your account gets this address back, every browser is signed out, and the old password stops working.";
export const undoTheChange = "Undo the change";
export const goodForAQuarterByLink = "The link works once, for 15 minutes. A newer e-mail replaces this one.";

// domain/members/security-mails.ts
export const erasureSubject = "Your account will be deleted in a week";
export const accountIsHidden =
  "You, or an admin you asked, have requested that your account be deleted. It is hidden now and will be deleted for good on {when}.";
export const signInToKeepIt =
  "To keep the account, sign in before then. If you did not ask for this, sign in and change your password.";
export const signInAndKeepIt = "Sign in and keep the account";
export const erasedSubject = "Your account has been deleted";
export const accountIsGone =
  "Your account has been deleted, as requested, and cannot be brought back. Your address is no longer stored.";
export const thisIsTheLastMail = "This is the last e-mail we send you.";
