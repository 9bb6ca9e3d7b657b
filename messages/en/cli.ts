// bin/run-command-line.ts
export const publishTheBundledArticle =
  "add the bundled article and the sample to the embedded database, if they are missing, and print the link for the first admin (every start does this)";
export const mootDoesNotKnow = 'Unknown command: "{args}". Try: moot help';
export const mootCommandWhereCommand = "Usage: moot COMMAND, where COMMAND is one of";

// bin/prompt-password.ts
export const noPasswordWasGiven = "No password was given.";

// bin/command.ts
export const usageOf = "Usage: moot {name} {usage}";

// bin/commands/mail.ts
export const sendATestMail = "send a test e-mail now, to check the settings";
export const noMailServerIsSet = "MOOT_SMTP is not set, so nothing can be sent.";
export const testMailWasNotTaken = "The mail server refused it: {reason}";
export const testMailWasTaken =
  "The mail server accepted an e-mail to {to}. Check that it arrives, and not as spam.";
export const noteABounce = "record that e-mail to an address bounces; its owner sees it on the account page";
export const nobodyHasThatAddress = "No member has the address {email}.";
export const bounceIsNoted = "Recorded: e-mail to {email} bounces.";

// bin/commands/jobs.ts
export const showJobs =
  "show how many e-mails are waiting, and the jobs that were given up: id, queue, date, tries and problem, separated by tabs";
export const retryJobs = "retry jobs that were given up";
export const mailsWaitAndDead =
  "{waiting, plural, =0 {No e-mail is waiting} one {One e-mail is waiting} other {{waiting} e-mails are waiting}}; {dead, plural, =0 {no job was given up.} one {one job was given up:} other {{dead} jobs were given up:}}";
export const noSuchDeadJob = "No such job was given up. See: moot jobs";
export const jobsComeBack =
  "{count, plural, one {One job will be retried soon.} other {{count} jobs will be retried soon.}}";

// bin/commands/account.ts
export const showAnAccount = "show an account: its details, its sessions and its activity";
export const accountInALine = "{handle} ({name}), {email}, {role}, joined {joined}";
export const signedInBrowsers =
  "{count, plural, =0 {Not signed in anywhere.} one {Signed in in one browser (browser, since, last seen to the hour):} other {Signed in in {count} browsers (browser, since, last seen to the hour):}}";
export const keysInALine =
  "Passkeys: {passkeys}. Codes from an app: {app, select, on {on} other {off}}. Recovery codes left: {codes}.";
export const none = "none";
export const removeAMembersKeys =
  "remove a member’s passkeys, codes from an app and recovery codes, and sign them out everywhere; the password stays";
export const sayRemove = "add --remove";
export const hasNoKeysNow = "{handle} has no passkeys or codes any more, and is signed out everywhere.";
export const recoverAMember =
  "let somebody back in who lost everything: a new password (asked for), no passkeys or codes, and another address if you give one";
export const isRecovered =
  "{handle} signs in with the new password alone, and is signed out everywhere. Please tell them to set up passkeys or codes again.";
export const setAPassword =
  "set a new password (asked for, or read from the first line of input) and sign the member out everywhere";
export const hasANewPassword = "{handle} has a new password and has been signed out everywhere.";
export const setAnAddress = "set a new e-mail address and sign the member out everywhere";
export const hasAnotherAddress = "{handle} now signs in with {email} and has been signed out everywhere.";
export const signOutAMember = "sign a member out everywhere";
export const wasSignedOut =
  "{count, plural, =0 {{handle} was not signed in anywhere.} one {{handle} was signed out of one browser.} other {{handle} was signed out of {count} browsers.}}";
export const eraseAMember =
  "delete an account after a week, as its owner can: it is hidden at once, and kept if they sign in. Its comments stay without a name, or go (--texts go). --now deletes it at once";
export const textsStayOrGo = "--texts must be stay or go.";
export const isBeingErased = "{handle} is hidden and signed out everywhere, and will be deleted on {when}.";
export const isErased = "{handle} has been deleted.";
export const isNotRight = "{name} is not valid: {reason}";

// bin/commands/article.ts
export const publishAnArticle =
  "publish an article or a new revision of it; with --if-none only if there are no articles yet";
export const usageMootArticlePublish = "Usage: moot article publish {usage}";
export const publishedRevisionOf =
  "{revision, plural, one {Published} other {Published revision {revision} of}}";
export const atWordsMin =
  "{what} “{title}” at {slug} ({length, plural, one {1 word} other {{length} words}}, {length2} min).";
export const nothingHasChanged = "Nothing has changed: “{title}” at {slug} is still revision {revision}.";
export const pathReason = "{path}: {reason}";
export const cannotBeRead = "{path} cannot be read.";
export const isNotUtf8Text = "{path} is not UTF-8 text.";

// bin/commands/articles.ts
export const listArticles = "list drafts and articles: state, address, revision, moment, title";
export const showAnArticle = "show where an article stands";
export const exportAnArticle =
  "write an article as the file that publishes it; into a folder with its pictures beside it";
export const exportedTo =
  "Wrote {file}, {pictures, plural, =0 {without pictures} one {with 1 picture} other {with {pictures} pictures}}.";
export const unpublishAnArticle = "take an article from readers, with its discussion; nothing is lost";
export const isUnpublished = "{slug} is unpublished.";
export const publishAnArticleAgain = "give readers an unpublished article again, as it was";
export const isPublishedAgain = "{slug} is published again.";
export const deleteAnArticle = "delete an unpublished article for good";
export const deleteIsForGood = "This deletes {slug} for good. If you mean it, add --yes.";
export const isDeletedForGood = "{slug} is deleted for good.";
export const scheduleAnArticle =
  "publish a file at a time, in the name of an editor; until then it is a draft";
export const isScheduled = "“{title}” is published at {when}; until then it is a draft, {draft}.";
export const isOneTooMany = "“{more}” is one word too many.";
export const isMissing = "{name} is missing. Try: moot help";

// bin/commands/check.ts
export const verifyEveryInvariantBetween =
  "check that all counters match the rows they count, and list every difference";
export const placesDiffer = "{wrong, plural, one {1 difference found.} other {{wrong} differences found.}}";
export const holds = "ok     {invariant}";
export const fails = "FAILED {invariant}";
export const allInvariantsHold = "All {count} checks passed.";
export const storedCounted = "       {where}: stored {stored}, counted {counted}";
export const andMore = "       and {count} more";

// bin/commands/member.ts
export const makeAnAccount =
  "create an account; without --password you are asked for one, or it is read from the first line of input";
export const password = "Password: ";
export const thePassword = "the password";
export const canSignInAs = "{handle} can now sign in as {role}.";
export const printAFirstAdminLink =
  "print a new link with which a site without an admin gets its first in the browser; earlier links end";
export const firstAdminLink =
  "\nThis site has no admin yet. Create the account in the browser; this link works once, and until the next start:\n  {address}\n";
export const thereIsAnAdmin =
  "This site has an admin. If nobody can sign in as one, see “moot member recover” and “moot member role”.";
export const giveAMemberARole = "change a member’s role; the last admin cannot be changed";
export const theRole = "the role";
export const isNow = "{handle} now has the role {role}.";
export const everyMemberByHandle =
  "list all members by username: username, role, name and e-mail address, separated by tabs";
export const makeAMemberModeratorOfOne =
  "make a member moderator of one article, in addition to the site’s moderators";
export const moderatesNow = "{handle} now moderates {slug}.";
export const endThat = "remove a member as moderator of one article; their decisions stay in force";
export const doesNotModerateAnyMore = "{handle} no longer moderates {slug}.";

// bin/parse-option.ts
export const isOneOf = "{name} must be one of {values}.";

// bin/commands/seed-debate.ts
export const sayWhichArticle = "Name the article: --article SLUG";
export const threeWeeksOfADebate =
  "add three weeks of an invented debate in which opinion moves, to a poll without votes";
export const votesSwitchesCommentsAnd =
  "{voters} votes, {switches} switches, {comments} comments and {reactions} reactions.";
export const seeArticlesVoteAndArticles = "See /articles/{slug}/vote and /articles/{slug}/record";
export const seedIsANumber = "--seed must be a number.";

// bin/commands/seed-ended.ts
export const aDebateThatHasEnded =
  "add an invented debate that has ended, with its record, a decision and an appeal; embedded database only";
export const theEndedDebateIsThere = "Added a debate that has ended, with its record.";
export const sampleExplanation = "It waves the question away and gives no reason that anybody could answer.";
export const sampleAppeal =
  "It is short, but it is an argument: if everything is complementary to everything, then the word says nothing here. I should have written that.";
export const sampleLastWord =
  "I began this debate sure that the file and the room were rivals. Those who had lived with only one of them changed my mind, and a good many of yours.";

// bin/commands/seed-sample.ts
export const aMadeUpCast =
  "add demo accounts and their discussion of the bundled article, clearly marked; embedded database only";
export const theSampleIsForTheEmbedded =
  "The sample needs the embedded database, and MOOT_DEMO must not be 0.";
export const theSampleIsThereAlready = "The sample has already been added.";
export const theSampleCastHasJoined = "Demo accounts added, with their votes and {count} comments.";
export const isNotInTheSampleCast = "{handle} is not a demo account.";

// bin/commands/seed-thread.ts
export const aBelievableDiscussion =
  "add an invented discussion; --wide gives the first comment N replies, --deep makes one chain N deep";
export const commentsReactionsAndVotes =
  "{comments} comments, {reactions} reactions and {votes} votes by {members} invented members.";
export const moreComments = "--comments must be greater than --wide plus --deep.";

// bin/commands/seed-site.ts, domain/site/seed/
export const aSiteOfThisSize =
  "add a large invented site, to try on it what this machine can do; it must not be one that people use";
export const theSiteIsSeeded = "The site is there. The largest discussion is /articles/{slug}.";
export const thatIsAnotherDatabase =
  "This is the database “{database}”, and not “{named}”. Nothing was done.";
export const nameTheDatabaseToSeed =
  "The database “{database}” {people, plural, =0 {is not the embedded one} one {has a member who is not invented} other {has members who are not invented}}. If you want invented comments in it for good, say so: --database {database}";
export const theSiteIsSeededAlready = "This database has been seeded already.";
export const moreHeldThanLeaves = "--held and --decisions together must be at most half of --comments.";
export const membersJoined = "{members, number} members have joined.";
export const articlesPublished = "{articles, number} articles are published.";
export const votesCast = "Votes are cast.";
export const commentsLaidOut = "Comments are planned.";
export const commentsWritten = "Comments are written.";
export const versionsWritten = "Their revisions are written.";
export const searchFilled = "The search index is filled.";
export const reactionsWritten = "Reactions are given.";
export const decisionsWritten = "Moderators have decided.";
export const removalsWritten = "Removed comments are marked.";
export const queuesFilled = "The queues are filled.";
export const countsWritten = "Counts are written.";
export const followingsWritten = "Members follow what they took part in.";
export const noticesWritten = "Notices are written.";
export const eventsWritten = "Events of the last week are written.";
export const seededScope = "This comment is not shown.";
export const seededFacts = "The text of the comment.";
export const seededRedress = "You can appeal.";

// bin/commands/words.ts
export const replaceAListOfWatchedWords =
  "replace a list of watched words and phrases with those in a file, one per line";
export const usageMootWords = "Usage: moot words {usage}";
export const entriesAsVersionOfTheWatched =
  "{entries} entries saved as version {version} of the watched words. They apply from the next comment on.";

// bin/commands/reindex.ts
export const makeTheIndexAnew = "rebuild the search index while the site is running";
export const slicesDone = "{slices} parts";
export const theIndexIsMade = "The search index is complete.";

// bin/commands/secrets.ts
export const bringUnderTheSecretInForce =
  "bring what an earlier MOOT_SECRET sealed under the new one, and say what is left";
export const renewalOf =
  "{what}: {current, number} under the new secret already, {renewed, number} renewed, {lost, number} unreadable.";
export const sealedApps = "Codes from an app";
export const sealedInvitations = "Links of open invitations";
export const sealedMails = "E-mails not sent yet";
export const sealedBans = "Addresses of banned accounts";
export const nameTheOldSecret =
  "What is unreadable was sealed with another secret. If you have it, name it in MOOT_OLD_SECRETS and run this again.";
export const noneOfTheOldSecrets =
  "What is unreadable was sealed with a secret that is neither MOOT_SECRET nor in MOOT_OLD_SECRETS.";

// domain/comments/seed/commands.ts
export const thereIsNoArticleCalled = "There is no article called {slug}.";
export const leaveVotesOut = "This article has no poll whose votes belong to members. Leave --votes out.";
export const handlesOfTheCastAreTaken =
  "Members of this site have usernames of the cast (cast-0001, …), so nothing was added.";

// domain/polls/seed/commands.ts
export const noPollForADebate = "“{slug}” has no poll in which a debate can be played.";
export const somebodyHasVotedAlready = "Somebody has already voted on “{slug}”. Nothing was changed.";
