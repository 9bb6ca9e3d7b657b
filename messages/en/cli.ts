// bin/moot.ts
export const publishTheBundledArticle =
  "publish the bundled article and seed the sample, where there is none (every start does this)";
export const mootDoesNotKnow = 'moot does not know "{args}". Try: moot help';
export const mootCommandWhereCommand = "moot COMMAND, where COMMAND is one of";

// bin/prompt-password.ts
export const noPasswordWasGiven = "No password was given.";

// bin/commands/account.ts
export const showAnAccount = "show an account: who, where it is signed in, what was done to it";
export const accountInALine = "{handle} ({name}), {email}, {role}, here since {joined}";
export const signedInBrowsers =
  "{count, plural, =0 {Signed in nowhere.} one {Signed in in one browser (browser, since, last seen to the hour):} other {Signed in in {count} browsers (browser, since, last seen to the hour):}}";
export const setAPassword =
  "set a new password, asked for or read from the first line of the input, and sign the member out everywhere";
export const hasANewPassword = "{handle} has a new password, and is signed out everywhere.";
export const setAnAddress = "set another e-mail address, and sign the member out everywhere";
export const hasAnotherAddress = "{handle} signs in with {email} now, and is signed out everywhere.";
export const signOutAMember = "sign a member out everywhere";
export const wasSignedOut =
  "{count, plural, =0 {{handle} was signed in nowhere.} one {{handle} was signed out of one browser.} other {{handle} was signed out of {count} browsers.}}";

// bin/commands/jobs.ts
export const showJobs =
  "how many mails wait, and what was given up: id, queue, since, tries, problem, parted by tabs";
export const retryJobs = "try again what was given up";
export const mailsWaitAndDead =
  "{waiting, plural, =0 {No mail waits} one {One mail waits} other {{waiting} mails wait}}, {dead, plural, =0 {none was given up.} one {one was given up:} other {{dead} were given up:}}";
export const noSuchDeadJob = "Nothing like that was given up. See: moot jobs";
export const jobsComeBack =
  "{count, plural, one {One is tried again soon.} other {{count} are tried again soon.}}";

// bin/commands/mail.ts
export const sendATestMail = "send one mail at once, to see whether the settings are right";
export const noMailServerIsSet = "MOOT_SMTP is not set, so nothing can be sent.";
export const testMailWasNotTaken = "The mail server did not take it: {reason}";
export const testMailWasTaken =
  "The mail server took a mail to {to}. See whether it arrives, and not among the spam.";
export const noteABounce = "note that mails to an address come back; its member sees it on the account page";
export const nobodyHasThatAddress = "Nobody here has the address {email}.";
export const bounceIsNoted = "Noted: mails to {email} come back.";

// bin/commands/article.ts
export const publishAnArticle =
  "publish an article, or another revision of it; with --if-none only where there is no article yet";
export const usageMootArticlePublish = "Usage: moot article publish {usage}";
export const publishedRevisionOf =
  "{revision, plural, one {Published} other {Published revision {revision} of}}";
export const atWordsMin = "{what} “{title}” at {slug} ({length} words, {length2} min).";
export const nothingHasChanged = "Nothing has changed: “{title}” at {slug} is revision {revision} still.";
export const cannotBeRead = "{path} cannot be read.";
export const isNotUtf8Text = "{path} is not UTF-8 text.";

// bin/commands/check.ts
export const verifyEveryInvariantBetween =
  "verify every invariant between rows and counters, and name what differs";
export const placesDiffer = "{wrong, plural, one {{wrong} place differs} other {{wrong} places differ}}.";
export const holds = "holds  {invariant}";
export const fails = "FAILS  {invariant}";
export const allInvariantsHold = "All {count} invariants hold.";
export const storedCounted = "       {where}: stored {stored}, counted {counted}";
export const andMore = "       and {count} more";

// bin/commands/member.ts
export const makeAnAccount =
  "make an account; without --password it is asked for, or read from the first line of the input";
export const password = "Password: ";
export const thePassword = "the password";
export const canSignInAs = "{handle} can sign in as {role}.";
export const giveAMemberARole = "give a member a role; the last admin stays one";
export const theRole = "the role";
export const isNow = "{handle} is {role} now.";
export const everyMemberByHandle = "every member by handle: handle, role, name, address, parted by tabs";
export const makeAMemberModeratorOfOne =
  "make a member moderator of one article, beside the moderators of the site";
export const moderatesNow = "{handle} moderates {slug} now.";
export const endThat = "end that; what they decided stands";
export const doesNotModerateAnyMore = "{handle} does not moderate {slug} any more.";
export const isMissing = "{name} is missing. Try: moot help";
export const isNotRight = "{name} is not right: {reason}";

// bin/commands/seed-debate.ts
export const sayWhichArticle = "Say which article: --article SLUG";
export const threeWeeksOfADebate =
  "three weeks of a debate in which opinion moves, by a made-up cast, in a poll that nobody has voted in";
export const votesSwitchesCommentsAnd =
  "{voters} votes, {switches} switches, {comments} comments and {reactions} reactions.";
export const seeArticlesVoteAndArticles = "See /articles/{slug}/vote and /articles/{slug}/record";
export const seedIsANumber = "--seed is a number.";

// bin/commands/seed-ended.ts
export const aDebateThatHasEnded =
  "a made-up debate that has ended, with its record, a decision and an appeal; only with the embedded database";
export const theEndedDebateIsThere = "A debate that has ended is there, with its record.";
export const sampleExplanation = "It waves the question away and gives no reason that anybody could answer.";
export const sampleAppeal =
  "It is short, but it is an argument: if everything is complementary to everything, then the word says nothing here. I should have written that.";
export const sampleLastWord =
  "I began this debate sure that the file and the room were rivals. Those who had lived with only one of them changed my mind, and a good many of yours.";

// bin/commands/seed-sample.ts
export const aMadeUpCast =
  "a made-up cast and their discussion of the bundled article, plainly marked; only with the embedded database";
export const theSampleIsForTheEmbedded =
  "The sample is for the embedded database only, and not with MOOT_DEMO=0.";
export const theSampleIsThereAlready = "The sample is there already.";
export const theSampleCastHasJoined = "The sample cast has joined, voted and written {count} comments.";
export const isNotInTheSampleCast = "{handle} is not in the sample cast.";

// bin/commands/seed-thread.ts
export const aBelievableDiscussion =
  "a believable discussion by a made-up cast; --wide gives the first comment N replies, --deep makes one chain N deep";
export const commentsReactionsAndVotes =
  "{comments} comments, {reactions} reactions and {votes} votes by a cast of {members}.";
export const moreComments = "--comments must be more than --wide and --deep together.";

// bin/commands/words.ts
export const replaceAListOfWatchedWords =
  "replace a list of watched words and phrases from a file, one a line";
export const usageMootWords = "Usage: moot words {usage}";
export const entriesAsVersionOfTheWatched =
  "{entries} entries, as version {version} of the watched words. They count from the next comment on.";
