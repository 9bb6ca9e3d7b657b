import * as t from "#messages/status";
import { say } from "@/messages/say";

/** How the rounds of a job have gone; null for not yet. */
type Rounds = Readonly<{
  name: string;
  everySeconds: number;
  succeededAt: Date | null;
  failedAt: Date | null;
}>;

/** How the runs of scheduled backups, and of what tries them, went; null for not yet, and "" where nothing went wrong. */
export const BACKUP_RUNS = ["backup", "verify"] as const;
export type BackupKind = (typeof BACKUP_RUNS)[number];
export type BackupRun = Readonly<{ succeededAt: Date | null; failedAt: Date | null; why: string }>;
export type BackupRuns = Readonly<Record<BackupKind, BackupRun>>;

/** What is known of this process, its database and what waits, now. Seconds, bytes and numbers of things. */
export type Facts = Readonly<{
  now: Date;
  /** What the database has; null while it does not answer. */
  database: Readonly<{
    migrations: { applied: number; expected: number };
    writable: boolean;
    /** Whether the site works as a role that can read no ballot. */
    walled: boolean;
    bytes: number;
    /** For a moderator, and since when the first of it. */
    queue: { waiting: number; since: Date | null };
    mail: { waiting: number; dead: number };
    longestWait: number;
  }> | null;
  /** Connections to the database: how many there may be, how many are in use, and how many requests wait for one. */
  pool: { most: number; busy: number; waiting: number };
  jobs: readonly Rounds[];
  pages: { running: number; queued: number };
  streams: number;
  /** Whether there is a mail server to send by. */
  sendsMail: boolean;
  /** How scheduled backups went; null where none are, "unknown" while the database does not say. */
  backups: BackupRuns | null | "unknown";
  /** Of the process: since its start, what it holds, what its scripts may hold, and by how much its loop is late (the 99th of 100). */
  process: { seconds: number; memory: number; heap: number; heapLimit: number; lag: number };
}>;

export type StatusLevel = "good" | "look" | "bad";

/** One line of the page: what it is about, how it is, and what to do where something is the matter. */
export type StatusLine = Readonly<{ about: string; level: StatusLevel; text: string; advice: string | null }>;

export type SiteStatus = Readonly<{ level: StatusLevel; at: string; lines: StatusLine[] }>;

/** A job may miss so many of its rounds, and half a minute, before that is worth a word. */
const ROUNDS_MISSED = 3;
const ROUND_GRACE = 30;
/** Seconds a job of the queue may wait: mails are sent within moments. */
const QUEUE_WAITS = 300;
/** Hours somebody's comment may wait for a moderator before this page says so. */
const MODERATOR_WAITS = 24;
/** Hours: a backup a day with some patience, and a try each week. */
const BACKUP_OLD = 36;
const TRIED_LONG_AGO = 8 * 24;
/** Seconds by which the loop may be late before readers feel it. */
const LAG = 0.25;
/** Of what its scripts may hold. */
const HEAP_FULL = 0.9;

const WORST: readonly StatusLevel[] = ["bad", "look", "good"];

/** All of it in words. */
export function describeStatus(facts: Facts): SiteStatus {
  const lines = [
    databaseLine(facts),
    ...(facts.database ? [migrationsLine(facts.database), wallLine(facts.database)] : []),
    poolLine(facts),
    jobsLine(facts),
    ...(facts.database ? [mailLine(facts, facts.database), queueLine(facts, facts.database)] : []),
    ...(facts.backups === "unknown" ? [] : [backupsLine(facts.backups, facts.now)]),
    pagesLine(facts),
    processLine(facts),
  ];
  return {
    level: WORST.find((one) => lines.some(({ level }) => level === one)) ?? "good",
    at: facts.now.toISOString(),
    lines,
  };
}

type Database = NonNullable<Facts["database"]>;

const line = (about: string, level: StatusLevel, text: string, advice: string | null = null): StatusLine => ({
  about,
  level,
  text,
  advice: level === "good" ? null : advice,
});

function databaseLine({ database }: Facts): StatusLine {
  if (!database) return line(t.database, "bad", t.itDoesNotAnswer, t.isItUp);
  if (!database.writable) return line(t.database, "bad", t.itIsReadOnly, t.isItAStandby);
  return line(t.database, "good", say(t.itAnswersAndHolds, { megabytes: megabytes(database.bytes) }));
}

function migrationsLine({ migrations: { applied, expected } }: Database): StatusLine {
  const text = say(t.ofMigrations, { applied, expected });
  return line(t.migrations, applied >= expected ? "good" : "bad", text, t.runMigrate);
}

const wallLine = ({ walled }: Database): StatusLine =>
  line(
    t.secrecyOfVotes,
    walled ? "good" : "bad",
    walled ? t.theSiteCannotReadVotes : t.theSiteCanReadVotes,
    t.makeRoles,
  );

function poolLine({ pool: { most, busy, waiting } }: Facts): StatusLine {
  const text = say(t.connectionsInUse, { most, busy, waiting });
  return line(t.connections, waiting > 0 ? "look" : "good", text, t.moreConnections);
}

function jobsLine({ jobs, now }: Facts): StatusLine {
  const late = jobs.filter((job) => isLate(job, now)).map(({ name }) => name);
  if (late.length === 0) return line(t.jobs, "good", say(t.allJobsGoRound, { jobs: jobs.length }));
  return line(t.jobs, "bad", say(t.jobsAreLate, { late: late.join(", ") }), t.seeWhyInTheLog);
}

/** Not done for a while, and failed since: one that has not come round yet has done nothing wrong. */
function isLate({ everySeconds, succeededAt, failedAt }: Rounds, now: Date): boolean {
  if (failedAt === null || (succeededAt !== null && succeededAt > failedAt)) return false;
  const patience = everySeconds * ROUNDS_MISSED + ROUND_GRACE;
  return succeededAt === null || secondsBetween(succeededAt, now) > patience;
}

function mailLine({ sendsMail }: Facts, { mail: { waiting, dead }, longestWait }: Database): StatusLine {
  if (!sendsMail) return line(t.mail, "look", say(t.nobodySendsMail, { waiting }), t.setUpMail);
  const text = say(t.mailsWait, { waiting, dead });
  if (dead > 0) return line(t.mail, "bad", text, t.retryMail);
  return line(t.mail, longestWait > QUEUE_WAITS ? "bad" : "good", text, t.isTheMailServerUp);
}

function queueLine({ now }: Facts, { queue: { waiting, since } }: Database): StatusLine {
  if (waiting === 0 || since === null) return line(t.moderation, "good", t.nothingWaits);
  const hours = Math.floor(secondsBetween(since, now) / 3_600);
  return line(
    t.moderation,
    hours >= MODERATOR_WAITS ? "look" : "good",
    say(t.waitsForAModerator, { waiting, hours }),
    t.appointModerators,
  );
}

function backupsLine(runs: BackupRuns | null, now: Date): StatusLine {
  if (runs === null) return line(t.backups, "look", t.noBackupsAreScheduled, t.setMootBackups);
  const { backup, verify } = runs;
  if (hasFailedSince(backup))
    return line(t.backups, "bad", say(t.theBackupFailed, { why: backup.why }), t.makeOneByHand);
  if (hasFailedSince(verify))
    return line(t.backups, "bad", say(t.theBackupIsNoGood, { why: verify.why }), t.makeOneByHand);
  if (backup.succeededAt === null) return line(t.backups, "look", t.theFirstBackupIsToCome, t.lookAgainSoon);
  const hours = Math.floor(secondsBetween(backup.succeededAt, now) / 3_600);
  const tried = verify.succeededAt && Math.floor(secondsBetween(verify.succeededAt, now) / 3_600);
  const text = say(t.backupsAreMade, {
    hours,
    tried: tried === null ? "no" : "yes",
    days: Math.floor((tried ?? 0) / 24),
  });
  if (hours >= BACKUP_OLD) return line(t.backups, "bad", text, t.makeOneByHand);
  return line(t.backups, tried === null || tried < TRIED_LONG_AGO ? "good" : "bad", text, t.tryOneByHand);
}

const hasFailedSince = ({ succeededAt, failedAt }: BackupRun): boolean =>
  failedAt !== null && (succeededAt === null || failedAt > succeededAt);

function pagesLine({ pages: { running, queued }, streams }: Facts): StatusLine {
  const text = say(t.pagesAreDrawn, { running, queued, streams });
  return line(t.readers, queued > 0 ? "look" : "good", text, t.seeWhoAsks);
}

function processLine({ process: { seconds, memory, heap, heapLimit, lag } }: Facts): StatusLine {
  const text = say(t.theProcess, {
    hours: Math.floor(seconds / 3_600),
    minutes: Math.floor((seconds % 3_600) / 60),
    megabytes: megabytes(memory),
    milliseconds: Math.round(lag * 1_000),
  });
  if (heap > heapLimit * HEAP_FULL) return line(t.process, "bad", text, t.moreMemory);
  return line(t.process, lag > LAG ? "look" : "good", text, t.moreProcessor);
}

const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1_000;
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
