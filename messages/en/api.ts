// client/api.ts
export const theSiteCouldNotBeReached =
  "The site could not be reached. Your text is safe; please try again in a moment.";
export const somethingWentWrongOnOurSide = "Something went wrong on our side. Please try again.";

// components/comments/live/discussion-island.tsx
export const didNotLoad =
  "That part of the page did not load. Reload the page to try again; what you have written is kept.";

// platform/refusal.ts
export const pleaseSignInFirst = "Please sign in first.";
export const pleaseConfirmItIsYou = "Please confirm first that it is you: you signed in a while ago.";
export const pageNotFound = "Page not found.";

// platform/passwords.ts
export const manyPeopleAreSigningIn = "Many people are signing in just now. Please try again in a moment.";

// platform/settings.ts
export const portIsNotANumber = "PORT must be a number from 1 to 65535.";
export const databaseWaitIsNotANumber = "MOOT_DATABASE_WAIT must be a number of seconds from 1 to 60.";
export const mootUrlIsNotSet =
  "MOOT_URL is not set. It is the address readers use, such as https://moot.example.";
export const isNoneOf = "{name} must be one of {values}.";
export const isShorterThanBytes =
  '{name} must be at least {secretBytes} bytes long; "openssl rand -base64 48" makes a good one.';
export const databaseUrlIsNotSet = 'DATABASE_URL is not set. ("npm start" comes with a database of its own.)';
export const mootSecretIsNotSet =
  'MOOT_SECRET is not set. It signs sessions; "openssl rand -base64 48" makes a good one.';
export const mootLimitsOffIsForBenchmarks =
  "MOOT_LIMITS=off is for benchmarks; in production it also needs MOOT_HOST=127.0.0.1.";
export const mootSmtpIsNoAddress =
  "MOOT_SMTP must be an address such as smtp://name:password@mail.example:587 or smtps://name:password@mail.example.";
export const mootMailFromIsNoAddress = "MOOT_MAIL_FROM must be a plain address such as moot@example.org.";
export const nothingProvesAnAddress =
  "MOOT_PROVE_ADDRESS=1 needs MOOT_SMTP: without e-mail nobody can confirm an address.";
export const mootMailFromIsNotSet =
  "MOOT_MAIL_FROM is not set. It is the address e-mail comes from, such as moot@example.org.";

// web/route/problem.ts
export const mootCannotReachItsDatabase =
  "The database is not responding. Your text is safe; please try again in a moment.";
export const somethingWentWrongLogged = "Something went wrong on our side. The error has been logged.";

// web/route/refusal-page.ts
export const notSentYet = "Not sent yet";
export const sendItAgain = "Send again";
export const yourText = "Your text";

// web/route/read-body.ts
export const thatIsTooLarge =
  "That is too large: the limit is {limit} KiB. Go back to find your text still in its field.";
export const theFormCannotBeRead = "The form arrived incomplete. Please send it again.";
export const oneFileAtATime = "Please send one file at a time.";
export const pleaseSendJson = "Please send JSON, or a form.";
export const aFormHoldsTextOnly = "Files cannot be sent here. Please send text only.";
export const theBodyIsCompressed = "Please send it uncompressed: Content-Encoding is not supported.";
export const thisCharsetIsNotKnown = "The character set {charset} is not supported. Please send UTF-8.";
export const theTextIsNotValidUtf = "The text is not valid UTF-8.";
export const theFieldCameTwice = 'The field "{name}" was sent twice.';
export const thereIsNoFieldCalledProto = 'A field cannot be called "__proto__".';
export const thatIsNotValidJson = "That is not valid JSON.";
export const aFieldWasGivenTwice = "A field was sent twice.";

// web/pages/conditional.ts
export const itIsAnotherVersion = "Your version is out of date. Ask for the current one.";

// web/door.ts
export const thisAddressOnlySupports = "This address only supports {allow}.";

// web/route/pipeline.ts
export const cameTwice = '"{name}" was sent twice.';
export const anIdempotencyKeyHas1 = "An Idempotency-Key must be 1 to 200 characters long.";

// web/route/reader-named.ts
export const somebodyElseIsSignedIn =
  "You are now signed in as @{now}. This page was opened as @{before}, so nothing was sent. To go on as @{now}, copy anything you wrote and reload the page; or sign in as @{before} again.";
export const somebodyElseSentThisForm =
  "You are now signed in as @{now}. This page was opened as @{before}, so nothing was sent. To go on as @{now}, send it again; or sign in as @{before} first.";

// web/route/idempotency.ts
export const thisIdempotencyKeyWasUsed = "This Idempotency-Key has already been used for another request.";

// web/door/
export const articleNotFound = "Article not found.";
export const memberNotFound = "Member not found.";
export const demoAccountsWorkHereOnly = "Demo accounts only work on your own machine.";
export const signedInAndPosted = "You are signed in, and your comment has been posted.";
export const signedInAndReacted = "You are signed in, and your reaction counts.";
export const signedInAndReported = "You are signed in, and your report has been sent.";
export const signedInAndShown = "You are signed in, and can see the result without voting.";

// web/pages/bare-page.ts
export const toAllArticles = "All articles";
export const notFoundTitle = "Page not found";
export const somethingBroke = "Something broke on our side";
export const backInAMoment = "Back in a moment";
export const thatCannotBeShown = "This cannot be shown";

// web/pages/later-page.ts
export const theErrorIsLogged = "It is not your fault, and the error has been logged. Please try again.";
export const theErrorIsLoggedUnder =
  "It is not your fault, and the error has been logged. If it keeps happening, give us this number: {request}";
export const pageCannotReachDatabase =
  "The database is not responding. Please reload this page in a few seconds.";

// web/route/parse-input.ts
export const thatCannotBeUnderstood = "The request could not be understood.";
export const thereIsACharacterWeCannotStore =
  "This contains a character we cannot store. Please remove it and try again.";
export const thereIsNoFieldCalled = 'Unknown field: "{value}".';
export const thisWord = "This";
export const isMissing = '"{name}" is missing.';
export const shouldBe = '"{name}" must be {expected}.';
export const somethingElse = "of another type";
export const text = "text";
export const aNumber = "a number";
export const aWholeNumber = "a whole number";
export const trueOrFalse = "true or false";
export const anObject = "an object";
export const aList = "a list";
export const anId = "an id";
export const anEmailAddress = "an e-mail address";
export const aDay = "a date, such as 2026-11-29";
export const aMoment = "a time, such as 2026-11-29T12:00:00Z";
export const isOneOf = '"{name}" must be one of: {values}.';
export const nothing = "nothing";
export const isAtMost = '"{name}" must be at most {limit}.';
export const isAtLeast = '"{name}" must be at least {limit}.';
export const boundCharacters = "{bound, plural, one {1 character} other {{bound} characters}}";
export const boundEntries = "{bound, plural, one {1 entry} other {{bound} entries}}";
export const isNotRight = '"{name}" is not valid.';

// web/protection/csrf.ts
export const thisRequestCameFromAnother = "This request came from another site, so it was refused.";
export const thisSiteIsAtAnotherAddress =
  "This site’s address is {address}, and you opened it under another, so the request was refused. Please open it there. (Whoever runs the site sets the address with MOOT_URL.)";

// web/protection/rate-limit.ts
export const tooManyRequests =
  "Too many requests. Please wait {wait, plural, one {a second} other {{wait} seconds}} and try again.";
export const tooManyRequestsWaitMinutes = "Too many requests. Please wait {minutes} minutes and try again.";

// web/server/connection-limit.ts
export const tooManyLiveConnections =
  "Too many live connections are open. The page still works, but does not update by itself.";

// web/server/load-shedding.ts, platform/concurrency-limit.ts
export const theSiteIsVeryBusy = "The site is very busy. Please try again in a moment.";

// web/server/server.ts
export const sendAContentLength = "Please send a Content-Length; chunked requests are not accepted here.";
export const theAddressIsTooLong = "This address is too long: the limit is {limit} characters.";
export const thisMethodIsNotKnown = "Unknown request method.";
export const thisAddressCannotBeRead = "This address could not be read.";
export const theHostCannotBeRead = "The host name in this request could not be read.";
export const aPageCanOnlyBeRead = "Pages only support GET.";

// web/server/client-error.ts
export const theHeadersAreTooLarge =
  "Your browser sent too much data, probably cookies. Please delete this site’s cookies and try again.";
export const theRequestTookTooLong = "Your request took too long to arrive. Please try again.";
export const theRequestCannotBeRead = "This request could not be read.";

// web/server/body-arrived.ts
export const theRequestBrokeOff = "The request broke off before it was complete.";

// web/pages/draw-page.ts
export const thisPageTookTooLong = "This page took too long to load.";
