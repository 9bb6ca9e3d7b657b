// bin/moot.ts
export const publishTheBundledArticle =
  "publish the bundled article and seed the sample, where there is none (every start does this)";
export const mootDoesNotKnow = 'moot does not know "{args}". Try: moot help';
export const mootCommandWhereCommand = "moot COMMAND, where COMMAND is one of";

// bin/prompt-password.ts
export const noPasswordWasGiven = "No password was given.";

// bin/command.ts
export const usageOf = "Usage: moot {name} {usage}";

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
export const isOneOf = "{name} is one of {values}.";

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
