// domain/operations/status.ts
export const database = "Database";
export const itDoesNotAnswer = "It does not answer.";
export const isItUp = "Check that PostgreSQL is running and can be reached from this machine.";
export const itIsReadOnly = "It can be read but not written to.";
export const isItAStandby = "Promote it if it is a standby, or free space on its disk.";
export const itAnswersAndHolds = "It answers and accepts writes. It holds {megabytes, number} MB.";
export const migrations = "Migrations";
export const ofMigrations = "{applied, number} of {expected, number} are applied.";
export const runMigrate = "Run “moot migrate”.";
export const secrecyOfVotes = "Secrecy of votes";
export const theSiteCannotReadVotes = "This site works as a database role that cannot read votes.";
export const theSiteCanReadVotes = "This site works as a database role that can read votes.";
export const makeRoles =
  "On start, the site prints the statements that create its roles: have a superuser run them.";
export const connections = "Connections";
export const connectionsInUse =
  "{busy, number} of {most, plural, one {# database connection} other {# database connections}} in use; {waiting, plural, =0 {nobody waits} one {# request waits} other {# requests wait}} for one.";
export const moreConnections =
  "If this lasts, raise MOOT_DATABASE_CONNECTIONS, provided PostgreSQL has processors to spare.";
export const jobs = "Scheduled jobs";
export const allJobsGoRound = "{jobs, plural, one {# job is} other {All # are}} on time.";
export const jobsAreLate = "Failing: {late}.";
export const seeWhyInTheLog = "The log says why: look for “a job failed”.";
export const mail = "E-mail";
export const nobodySendsMail =
  "No mail server is set, so nothing is sent. {waiting, plural, =0 {No e-mails are queued} one {# e-mail is queued} other {# e-mails are queued}}.";
export const setUpMail = "Set MOOT_SMTP, or members cannot reset a forgotten password by themselves.";
export const mailsWait =
  "{waiting, plural, =0 {No e-mails are queued} one {# e-mail is queued} other {# e-mails are queued}}; {dead, plural, =0 {none was given up} one {# was given up} other {# were given up}}.";
export const retryMail = "“moot jobs” lists them with the reasons; “moot jobs retry all” tries them again.";
export const isTheMailServerUp = "Check that the mail server in MOOT_SMTP can be reached.";
export const moderation = "Moderation";
export const nothingWaits = "Nothing is waiting for a moderator.";
export const waitsForAModerator =
  "{waiting, plural, one {# item is} other {# items are}} waiting for a moderator, the first for {hours, plural, =0 {less than an hour} one {# hour} other {# hours}}.";
export const appointModerators = "Appoint more moderators, or close discussions nobody can look after.";
export const backups = "Backups";
export const noBackupsAreScheduled = "This site makes no backups by itself.";
export const setMootBackups =
  "Set MOOT_BACKUPS to a folder on another disk, unless somebody else backs up the database and has tried to restore it.";
export const theBackupFailed = "The last backup failed: {why}";
export const theBackupIsNoGood = "The last backup could not be restored: {why}";
export const makeOneByHand =
  "Make one with “moot backup FILE” and try it with “moot backup verify FILE”; both say what is wrong.";
export const theFirstBackupIsToCome = "The first backup has not been made yet.";
export const lookAgainSoon = "Look again in a quarter of an hour.";
export const backupsAreMade =
  "The last backup was made {hours, plural, =0 {less than an hour} one {an hour} other {# hours}} ago; {tried, select, no {none was tried yet} other {one was last restored to try it {days, plural, =0 {today} one {yesterday} other {# days ago}}}}.";
export const tryOneByHand = "Try the last one with “moot backup verify FILE”, which says what is wrong.";
export const readers = "Readers";
export const pagesAreDrawn =
  "{running, plural, =0 {No pages are} one {# page is} other {# pages are}} being rendered, {queued, number} waiting; {streams, plural, one {# live reader} other {# live readers}}.";
export const seeWhoAsks = "If this lasts, check in the access log who asks for so many pages.";
export const process = "This process";
export const theProcess =
  "Running for {hours, number} h {minutes, number} min, using {megabytes, number} MB; responds up to {milliseconds, number} ms late.";
export const moreMemory = "It is close to its memory limit: give it more, or report what it was doing.";
export const moreProcessor = "The processor is busy. If this lasts, run a second process.";

// domain/operations/queries.ts
export const theStatusIsForAdmins = "Only admins can see the status of the site.";

// app/moderation/status/page.tsx
export const siteStatus = "Site status";
export const nothingIsTheMatter = "Everything works.";
export const somethingToLookAt = "Something needs attention.";
export const somethingIsBroken = "Something does not work.";
export const whatIsMeasured =
  "As of {when}. This is the process that answered you; Prometheus can read the same figures and more from /metrics.";

// components/moderation/status-list.tsx
export const good = "OK";
export const look = "Attention";
export const bad = "Problem";
