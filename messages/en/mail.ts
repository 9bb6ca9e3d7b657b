// domain/mail/send.ts
export const mootAsSender = "Moot";
export const testSubject = "A test from Moot";
export const testWords =
  "Somebody who runs this site asked for this mail, to see whether it arrives. There is nothing to do.";

// domain/mail/letter.ts
export const orTypeThisCode = "Or type this code in the browser in which you asked: {code}";
export const sentBySite = "Sent by the discussions at {site}. Nobody reads answers to this address.";

// app/mailbox/page.tsx
export const mailbox = "Mailbox";
export const mailsAreKeptHere =
  "This site has no mail server, so it keeps its mails here, for whoever sits at this machine.";
export const noMailsYet = "No mails yet.";
export const mailTo = "To {to}";

// domain/members/recovery.ts
export const forgottenSubject = "Your way to a new password";
export const somebodyForgot =
  "Somebody, we think it was you, has forgotten the password of your account @{handle} and asked for a new one.";
export const goodForAQuarter = "This is good for a quarter of an hour, and once. A newer mail ends it.";
export const ifItWasNotYou = "If it was not you who asked, there is nothing to do: nothing has changed.";
export const chooseANewPassword = "Choose a new password";
export const noAccountSubject = "You have no account with this address";
export const noAccountWith =
  "Somebody, we think it was you, asked for a new password for {email}. There is no account with this address.";
export const anotherAddressPerhaps =
  "Perhaps you signed up with another address of yours, or have not confirmed this one yet.";

// domain/members/link-by-mail.ts
export const signInSubject = "Your link to sign in";
export const somebodyWantsIn = "Somebody, we think it was you, wants to sign in to your account @{handle}.";
export const signInHere = "Sign in";
export const noAccountToSignInTo =
  "Somebody, we think it was you, asked for a link to sign in with {email}. There is no account with this address.";

// domain/members/claims.ts
export const confirmSubject = "Please confirm your e-mail address";
export const somebodySignedUp =
  "Somebody, we think it was you, signed up as @{handle} with this address. Confirm it, and the account can take part.";
export const goodForADay = "This is good for a day, and once. A newer e-mail ends it.";
export const ifYouDidNotSignUp =
  "If it was not you who signed up, do nothing. Without your confirmation the account stays powerless, and is deleted after 30 days.";
export const confirmTheAddress = "Confirm the address";
export const noSecondAccountSubject = "You cannot open another account with this address";
export const somebodySignedUpAgain =
  "Somebody, we think it was you, signed up with {email}. You already have an account with this address, or it was closed. If you have forgotten the password, choose a new one.";

// domain/members/told-by-mail.ts
export const connectedSubject = "{provider} is connected to your account";
export const isConnected = "You can now sign in to your account with {provider}.";
export const disconnectedSubject = "{provider} is no longer connected to your account";
export const isDisconnected = "{provider} no longer opens your account.";
export const ifYouDidNotConnectIt =
  "If it was not you, disconnect what you do not know on your account page, and choose a new password.";
export const seeYourAccount = "See your account";
export const passwordChangedSubject = "Your password was changed";
export const passwordWasChanged =
  "The password of your account was changed, and all other browsers were signed out.";
export const ifYouDidNotChangeIt =
  "If it was not you, choose a new one at once: whoever reads this mailbox can, and nobody else.";

// domain/members/address-change.ts
export const proofSubject = "Is this your address?";
export const thisShallBeTheAddressOf =
  "The member @{handle} wants this to be the address of their account. If that is you, say so.";
export const yesThisIsMyAddress = "Yes, this is my address";
export const takenSubject = "You have an account with this address already";
export const somebodyWantedYourAddress =
  "Somebody asked for {email} to be the address of another account. It is yours, so nothing has changed.";
export const addressChangedSubject = "The address of your account was changed";
export const yourAddressIsAnother =
  "Your account has another e-mail address now. This one opens it no longer.";
export const youCanUndoThis =
  "If it was not you, undo it within a week: this address becomes yours again, and everybody is signed out.";
export const undoTheChange = "Undo the change";

// domain/members/told-by-mail.ts
export const erasureSubject = "Your account will be deleted in a week";
export const accountIsHidden =
  "You, or an administrator you asked, have requested that your account be deleted. It is hidden now and will be deleted for good on {when}.";
export const signInToKeepIt =
  "To keep the account, sign in before then. If you did not ask for this, sign in and change your password.";
export const signInAndKeepIt = "Sign in and keep the account";
export const erasedSubject = "Your account has been deleted";
export const accountIsGone =
  "Your account has been deleted, as requested, and cannot be brought back. Your address is no longer stored.";
export const thisIsTheLastMail = "This is the last e-mail we send you.";
