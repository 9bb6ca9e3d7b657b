// domain/members/keys and the commands that ask for them
export const aPasskey = "Passkey";
export const thatIsNoPasskey = "Your browser did not send a valid passkey. Please try again.";
export const thatPasskeyWasRefused =
  "This passkey was not accepted. It may have taken too long, or belong to another address. Please try again.";
export const thatPasskeyIsNotKnown =
  "This passkey does not belong to an account here. It may have been removed. Please sign in another way.";
export const thatPasskeyMayBeACopy =
  "This passkey was not accepted, because somebody may be using a copy of it. Please sign in another way, and replace it.";
export const thatPasskeyIsKnown = "This passkey has already been added.";
export const thereIsNoSuchPasskey = "Passkey not found.";
export const soManyPasskeysAreEnough = "You can have at most {most} passkeys. Remove one first.";
export const aPasskeyNeedsAName = "A passkey needs a name.";
export const aNameOfAPasskeyIsShort = "A name can have at most {limit} characters.";
export const theSampleHasNoKeys = "Demo accounts have no passkeys or codes.";
export const aCodeIsSixFiguresOr = "A code has six digits; a recovery code has 24 letters and digits.";
export const aCodeOfAnAppHasSixFigures = "The code in your app has six digits.";
export const thatCodeIsWrong =
  "This code is wrong, or has already been used. Your app shows a new one every 30 seconds.";
export const codesOfTheAppAreLost =
  "This code is wrong. Codes from your app no longer work here, because this site’s secret was changed: please use a passkey or a recovery code, then set up the app again.";
export const thereIsAnAppAlready = "Codes from an app are already set up.";
export const firstAKey = "Recovery codes stand in for a passkey or an app. Please set up one of these first.";
export const nothingWasBegun = "Codes from an app are not set up.";
export const onlyAdminsDemandThis = "Only admins can change this.";
export const setUpYourOwnFirst =
  "Set up a second step of your own first, and confirm with it. Otherwise you would lose your rights at once.";

// domain/members/sign-in-by-code.ts
export const pleaseBeginAgain = "This took too long. Please sign in again.";

// domain/members/second-factor-ticket.ts
export const nowTheCode = "Now enter the code from your app.";

// domain/members/confirm-identity.ts
export const thatPasskeyIsNotYours = "This passkey belongs to another account.";
export const thatIsNotYourPassword = "This is not your password.";
export const pleaseUseYourKey =
  "Please confirm with your passkey or a code: a password alone is not enough here.";

// domain/members/security-event.ts
export const aPasskeyWasAdded = "A passkey was added.";
export const aPasskeyWasRemoved = "A passkey was removed.";
export const aPasskeyWasDoubted = "A passkey was refused, because somebody may be using a copy of it.";
export const anAppWasAdded = "Codes from an app were set up.";
export const theAppWasRemoved = "Codes from an app were switched off.";
export const recoveryCodesWereMade = "New recovery codes were created.";
export const aRecoveryCodeWasTyped = "A recovery code was used.";
export const theOperatorRemovedTheKeys =
  "The operator of this site removed all passkeys, codes and recovery codes.";

// domain/members/keys/told.ts
export const passkeyAddedSubject = "A passkey was added to your account";
export const aPasskeyWasAddedToYours =
  "A passkey was added to your account. Whoever holds it can sign in without a password.";
export const passkeyRemovedSubject = "A passkey was removed from your account";
export const aPasskeyOfYoursWasRemoved =
  "A passkey was removed from your account. It can no longer be used to sign in.";
export const appAddedSubject = "Signing in now needs a code";
export const anAppNowMakesCodes =
  "Codes from an app were set up for your account. From now on you need one to sign in, as well as your password.";
export const appRemovedSubject = "Signing in no longer needs a code";
export const noAppMakesCodesNow = "Codes from an app were switched off for your account.";
export const codesMadeSubject = "New recovery codes for your account";
export const newRecoveryCodesWereMade =
  "New recovery codes were created for your account. The earlier ones no longer work.";
export const codeUsedSubject = "One of your recovery codes was used";
export const aRecoveryCodeWasUsed =
  "Somebody signed in, or confirmed who they are, with one of your recovery codes.";
export const ifThatWasNotYou =
  "If that was not you, change your password and check your passkeys and codes at once.";
export const lookAtYourKeys = "See passkeys and codes";

// app/account/keys/page.tsx and components/members/keys
export const passkeysAndCodes = "Passkeys and codes";
export const confirmToChangeThese = "To change anything here, <link>confirm that it is you</link>.";
export const passkeys = "Passkeys";
export const whatAPasskeyIs =
  "A passkey is stored on your phone or computer, or in your password manager. You sign in with a fingerprint, your face or a PIN, and nobody can trick you into giving it away.";
export const noPasskeysYet = "You have no passkeys yet.";
export const addedWhen = "added {when}";
export const lastUsedWhen = "last used {when}";
export const neverUsed = "never used";
export const nameOfThePasskey = "Name";
export const renameIt = "Rename";
export const renameThe = "Rename {name}";
export const removeIt = "Remove";
export const removeThe = "Remove {name}";
export const addAPasskey = "Add a passkey";
export const passkeysNeedScript =
  "Passkeys need JavaScript, which is switched off in this browser. The other ways work without it.";
export const thisBrowserHasNoPasskeys = "This browser cannot use passkeys here.";
export const codesFromAnApp = "Codes from an app";
export const whatAnAppIs =
  "An authenticator app shows a new six-digit code every 30 seconds. Once it is set up, you need one to sign in, as well as your password.";
export const codesAreOn = "You need a code from your app to sign in.";
export const setUpAnApp = "Set up an app";
export const openTheAppHere =
  "On this device, <link>open your authenticator app</link>. If the app is on another device, scan this:";
export const codeToScan = "QR code with the key for your app";
export const orTypeThisKey = "Or type this key into the app (choose a time-based key):";
export const codeInTheApp = "Code in the app";
export const switchCodesOn = "Switch codes on";
export const switchCodesOff = "Switch codes off";
export const forgetThisKey = "Cancel";
export const recoveryCodes = "Recovery codes";
export const whatRecoveryCodesAre =
  "With a recovery code you get in without your phone or passkey. Each works once. Keep them on paper or in a password manager.";
export const codesLeft =
  "{codes, plural, =0 {You have no recovery codes.} one {You have 1 recovery code left.} other {You have {codes} recovery codes left.}}";
export const makeRecoveryCodes = "Create recovery codes";
export const makeNewRecoveryCodes = "Create new ones; the old ones stop working";
export const theseAreShownOnce =
  "These are your recovery codes. Write them down now: they are not shown again.";
export const passkeyIsAdded = "The passkey has been added. You can give it a name.";
export const passkeyIsRenamed = "The passkey has been renamed.";
export const passkeyIsRemoved = "The passkey has been removed.";
export const codesAreOnNow = "Codes are on. You have been signed out of all other browsers.";
export const codesAreOffNow = "Codes are off.";
export const theCode = "Code";
export const orARecoveryCode = "Or one of your recovery codes.";
export const confirm = "Confirm";
export const yourPassword = "Your password";

// client/passkeys.ts
export const theDeviceHasOne = "This device already has a passkey for your account.";
export const thatDidNotWorkThisTime =
  "Your browser could not do this just now. Please try again, or use another way.";
export const nothingWasChosen = "No passkey was chosen. You can try again, or use another way.";

// app/account/page.tsx
export const moreThanAPassword =
  "Sign in with a fingerprint, your face or a PIN, or add a code from your phone to the password.";
export const setUpOrChange = "Set up or change passkeys and codes";

// components/members/keys/held-back.tsx
export const yourRoleWaits =
  "This site asks everyone with your role for a second step. Until you have confirmed with one, you have a reader’s rights. <link>Add a passkey or set up codes</link>";
export const confirmWithYours =
  "This site asks everyone with your role for a second step. Until you have confirmed with yours, you have a reader’s rights. <link>Confirm with your passkey or a code</link>";

// app/second-factor/page.tsx
export const enterYourCode = "Enter your code";
export const passwordIsChangedAlready = "Your password has been changed. One more step to sign in.";
export const openYourApp = "Your account is protected by a second step. Open your authenticator app.";
export const lostPhoneAndCodes =
  "No phone, passkey or recovery code left? Whoever runs this site can take the second step off your account with “moot member keys”.";
export const signInAsSomebodyElse = "Start again";
export const signInWithAPasskey = "Sign in with a passkey";

// app/confirm-identity/page.tsx
export const confirmItIsYou = "Confirm that it is you";
export const whyWeAskAgain =
  "You signed in a while ago, and somebody else may be at your keyboard. We ask before changes that are hard to undo.";
export const theKeyIsAsked =
  "Your password alone is not enough here: you need your passkey or a code. We ask before changes that are hard to undo.";
export const noneIsLeft =
  "Do you no longer have it? Ask whoever runs this site to remove it with “moot member keys {handle} --remove”. Then your password is enough again.";
export const thenItIsDone = "Once you have confirmed, we do what you asked for.";
export const confirmBySigningIn = "Sign out, then sign in again";
export const confirmWithAPasskey = "Confirm with a passkey";

// components/moderation/second-factor-form.tsx
export const secondStepForStaff = "Two-step sign-in for staff";
export const whoeverHasNoneReads =
  "Everyone with a role ticked here needs a passkey or codes from an app. Until they have confirmed with one, they have a reader’s rights.";
export const editors = "Editors";
export const moderators = "Moderators";
export const admins = "Admins";
export const keepThis = "Save";
