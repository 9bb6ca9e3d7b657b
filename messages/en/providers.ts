// domain/members/providers
export const thatAccountHasGone = "This account has just changed. Please sign in again.";
export const theSampleJoinsNothing = "Demo accounts cannot be connected to anything.";
export const thatIsJoinedAlready =
  "That account, or another one with the same provider, is already connected to an account here.";
export const thatIsNotJoined = "This is not connected to your account.";
export const thatIsTheLastWayIn = "This is the only way into your account. Please set a password first.";
export const noAccountForThem = "You cannot open an account with this e-mail address.";
export const addressIsTaken =
  "There is an account with this e-mail address now. Please sign in to it, then connect the two on your account page.";
export const youHaveAPassword = "You already have a password. Change it with the form on your account page.";

// web/door/providers.ts
export const thatWayHasEnded = "This took too long. Please start again from the sign-in page.";

// components/members/providers.tsx
export const orWith = "Or with an account on another site";
export const connectedAccounts = "Connected accounts";
export const connectedExplained =
  "You can sign in here with these accounts. They do not learn what you do here.";
export const connectedSince = "connected {when}";
export const disconnect = "Disconnect";
export const connect = "Connect {name}";
export const setAPassword = "Set a password";
export const noPasswordYet =
  "You have no password: you sign in with a connected account. A password lets you in if that account is ever gone.";
export const createAccount = "Create account";

// app/sign-up/page.tsx
export const signUpWith = "Sign up with {name}";

// app/account/page.tsx
export const passwordIsSet = "Your password is set. You can sign in with it, too.";
export const nowConnected = "That account is connected. You can sign in with it.";
export const nowDisconnected = "That account is disconnected.";
export const notConnected = "That account was not connected. You can try again.";
export const takenElsewhere =
  "That account, or another one with the same provider, is already connected to an account here, so nothing was changed.";

// app/sign-in/page.tsx
export const didNotWork =
  "Signing in with that account did not work. Please try again, or sign in another way.";
export const cannotBeReached =
  "That site cannot be reached at the moment. Please try again later, or sign in another way.";
export const saysNoAddress =
  "That site has not confirmed your e-mail address. Confirm it there and try again, or sign up here with a password.";
export const addressIsSomebodys =
  "There is already an account here with your e-mail address. Please sign in to it as usual; then you can connect the two on your account page.";
export const signInWith = "Sign in with {name}";

// app/sign-up/finish/page.tsx
export const almostThere = "Choose your username";
export const youComeFrom = "{name} says that {email} is your address. You will sign in here with {name}.";
export const startAgain = "<link>Start again</link>";
