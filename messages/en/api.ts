// client/api.ts
export const weCouldNotBeReached =
  "We could not be reached. Nothing you wrote is lost; please try again in a moment.";
export const somethingWentWrongOnOurSide = "Something went wrong on our side. Please try again.";

// platform/refusal.ts
export const pleaseSignInFirst = "Please sign in first.";
export const thereIsNothingHere = "There is nothing here.";

// platform/settings.ts
export const isNotAnAddressLike = '{name} is not an address like {example}: "{input}".';
export const portIsNotANumber = "PORT is not a number from 1 to 65535.";
export const databaseWaitIsNotANumber = "MOOT_DATABASE_WAIT is not a number of seconds from 1 to 60.";
export const mootUrlIsNotSet =
  "MOOT_URL is not set; it is the address readers use, like https://moot.example.";
export const isNoneOf = "{name} is none of {values}.";
export const isShorterThanBytes =
  '{name} is shorter than {secretBytes} bytes; "openssl rand -base64 48" makes a good one.';
export const databaseUrlIsNotSet = 'DATABASE_URL is not set; "npm start" brings a database of its own.';
export const mootSecretIsNotSet =
  'MOOT_SECRET is not set; it signs sessions, and "openssl rand -base64 48" makes a good one.';
export const mootLimitsOffIsForBenchmarks =
  "MOOT_LIMITS=off is for benchmarks, so in production it needs MOOT_HOST=127.0.0.1.";

export const mootSmtpIsNoAddress =
  "MOOT_SMTP is not an address like smtp://name:password@mail.example:587 or smtps://name:password@mail.example.";
export const mootMailFromIsNoAddress = "MOOT_MAIL_FROM is not a plain address like moot@example.org.";
export const mootMailFromIsNotSet =
  "MOOT_MAIL_FROM is not set: mails need an address they come from, like moot@example.org.";

// web/route/problem.ts
export const mootCannotReachItsDatabase =
  "Moot cannot reach its database just now. What you wrote is still with you; please try again in a moment.";
export const somethingWentWrongWrittenDown = "Something went wrong on our side. It has been written down.";

// web/route/refusal-page.ts
export const notSentYet = "Not sent yet";
export const sendItAgain = "Send it again";
export const whatYouWrote = "What you wrote";

// web/route/read-body.ts
export const thatIsTooLarge =
  "That is too large: at most {limit} KiB can be sent at once. Go back, and what you wrote is still in its field.";
export const pleaseSendJson = "Please send JSON, or a form.";
export const theTextIsNotValidUtf = "The text is not valid UTF-8.";
export const theFieldCameTwice = 'The field "{name}" came twice.';
export const thereIsNoFieldCalledProto = 'There is no field called "__proto__" here.';
export const thatIsNotValidJson = "That is not valid JSON.";
export const aFieldWasGivenTwice = "A field was given twice.";

// web/door.ts
export const onlyCanBeDone = "Only {allow} can be done here.";

// web/route/pipeline.ts
export const cameTwice = '"{name}" came twice.';
export const anIdempotencyKeyHas1 = "An Idempotency-Key has 1 to 200 characters.";

// web/route/idempotency.ts
export const thisIdempotencyKeyWasUsed = "This Idempotency-Key was used for another request.";

// web/pages/bare-page.ts
export const toAllArticles = "All articles";
export const nothingHere = "There is nothing here";
export const somethingBroke = "Something broke on our side";

// web/pages/later-page.ts
export const itIsWrittenDown = "It is not your fault, and it has been written down. Please try again.";
export const itIsWrittenDownUnder =
  "It is not your fault, and it has been written down. If it stays broken, tell us this number: {request}";
export const backInAMoment = "Back in a moment";
export const thatCannotBeShown = "That cannot be shown";
export const pageCannotReachDatabase =
  "Moot cannot reach its database just now. It keeps trying by itself; please load this page again in a few seconds.";

// web/route/parse-input.ts
export const thatCannotBeUnderstood = "That cannot be understood.";
export const thereIsASign = "There is a sign in this that no text can have. Please write it again without.";
export const thereIsNoFieldCalled = 'There is no field called "{value}" here.';
export const thisWord = "This";
export const isMissing = '"{name}" is missing.';
export const shouldBe = '"{name}" should be {expected}.';
export const somethingElse = "of another kind";
export const text = "text";
export const aNumber = "a number";
export const aWholeNumber = "a whole number";
export const trueOrFalse = "true or false";
export const anObject = "an object";
export const aList = "a list";
export const anId = "an id";
export const anEmailAddress = "an e-mail address";
export const aDay = "a day, such as 2026-11-29";
export const aMoment = "a moment, such as 2026-11-29T12:00:00Z";
export const isOneOf = '"{name}" is one of: {values}.';
export const nothing = "nothing";
export const isAtMost = '"{name}" is at most {limit}.';
export const isAtLeast = '"{name}" is at least {limit}.';
export const boundCharacters = "{bound, plural, one {one character} other {{bound} characters}}";
export const boundEntries = "{bound, plural, one {one entry} other {{bound} entries}}";
export const isNotRight = '"{name}" is not right.';

// web/protection/csrf.ts
export const thisRequestCameFromAnother = "This request came from another site, so nothing was done.";
export const thisSiteIsAtAnotherAddress =
  "This site is set up for {address}, and you opened it under another address, so nothing was done. Open it there; whoever runs it sets that address with MOOT_URL.";

// web/protection/rate-limit.ts
export const thatWasQuick =
  "That was quick. Please wait {wait, plural, one {a second} other {{wait} seconds}} and try again.";

// web/server/connection-limit.ts
export const tooManyLiveConnections =
  "Too many live connections are open already. The page still works; it is just not live.";

// web/server/load-shedding.ts
export const soMuchIsReadAtOnce =
  "So much is read at once that this has to wait. Please try again in a moment.";

// web/server/server.ts
export const theAddressIsTooLong = "This address is too long: at most {limit} characters.";
export const theHeadersAreTooLarge =
  "Your browser sent more along than we take, mostly cookies. Delete the cookies of this site and try again.";
export const theRequestTookTooLong = "Your request took too long to arrive. Please try again.";
export const theRequestCannotBeRead = "This request cannot be read.";
export const thisMethodIsNotKnown = "This method is not known here.";
export const thisAddressCannotBeRead = "This address cannot be read.";
export const aPageCanOnlyBeRead = "A page can only be read.";

// web/server/body-arrived.ts
export const theRestOfThisNeverCame = "The rest of this never came.";

// web/pages/draw-page.ts
export const thisPageTookTooLong = "This page took too long to draw.";
