import { resolve } from "node:path";
import { z } from "zod";
import { databaseAddressProblem } from "./database-address";
import { unknownNames } from "./known-settings";
import { isLoopback } from "./loopback";
import { isNetwork } from "./networks";
import { numberSaid } from "./number";
import { providerProblems, ProviderShape, providersIn, type Provider } from "./provider-settings";
import { isPlainAddress, readSmtpAddress, type SmtpServer } from "./smtp-address";
import * as t from "#messages/api";
import * as words from "#messages/settings";
import { say } from "@/messages/say";

/** The environment as a process is given it; an empty value counts as not set. */
export type Environment = Record<string, string | undefined>;

/** What becomes of mails: they are sent; or kept for whoever sits at this machine; or there are none. */
export type MailWay = "smtp" | "mailbox" | "none";

export type Settings = Readonly<{
  /** Where the site's own queries go. */
  databaseUrl: string;
  /** Where migrations run, when they need a role that may do more than the site's; else the same. */
  migrationUrl: string;
  /** Signs sessions and tokens; at least 32 bytes. */
  secret: string;
  /** What it was before, the last first or in any order. */
  oldSecrets: readonly string[];
  /** The address readers use, without a slash at its end. */
  siteUrl: string;
  port: number;
  /** The interface the server listens on. */
  host: string;
  /** PostgreSQL is the embedded one, rather than one that an operator runs. */
  embedded: boolean;
  /** The cast, the sample discussion and one-click sign-in; only ever with the embedded database. */
  demo: boolean;
  /** An operator runs the database: this is a production site. */
  production: boolean;
  /** Rate limits; off only for benchmarks. */
  limits: boolean;
  dataFolder: string;
  /** The operator's own check of each text, and what signs the questions to it. */
  check: Readonly<{ url: string; secret: string | undefined }> | undefined;
  /** Addresses and networks of the proxies in front of us whose forwarding headers may be believed. */
  trustedProxies: readonly string[];
  mail: MailWay;
  /** Whether a new account counts only once its address is proven. */
  provesAddress: boolean;
  /** By which members sign in beside what the site has itself. */
  providers: readonly Provider[];
  /** Null without a mail server. */
  smtp: SmtpServer | null;
  /** The address mails come from; null where none are sent. */
  mailFrom: string | null;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
  /** Where a backup of each day goes, and how many are kept; null where nobody asks for any. */
  backups: Readonly<{ folder: string; kept: number }> | null;
  /** One line for each request; with whence it came only where that is said. */
  accessLog: "off" | "on" | "addresses";
  /** Whoever asks for `/metrics` from elsewhere says this; null: nobody may. */
  metricsToken: string | null;
  /** What an operator fixed of the site's own settings; null: admins decide. */
  siteName: string | null;
  siteTagline: string | null;
}>;

/** Thrown with one sentence for each setting that is wrong. */
export class SettingsProblem extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.name = "SettingsProblem";
  }
}

/** As long as the hash that signs a session: a shorter key would be the weakest part of it. */
export const SECRET_BYTES = 32;

/**
 * Reads and checks the settings.
 * @throws SettingsProblem naming everything that is wrong, not only the first
 */
export function readSettings(environment: Environment): Settings {
  const present = withoutEmpty(environment);
  const unknown = unknownNames(Object.keys(present), SETTING_NAMES);
  const parsed = Shape.safeParse(present);
  if (!parsed.success)
    throw new SettingsProblem([...parsed.error.issues.map((issue) => issue.message), ...unknown]);
  const given = parsed.data;
  const embedded = given.MOOT_EMBEDDED === "1";
  const host = given.MOOT_HOST ?? (embedded ? "127.0.0.1" : "0.0.0.0");
  const siteUrl = given.MOOT_URL ?? `http://localhost:${given.PORT}`;
  const problems = [
    ...unknown,
    ...missingInProduction(given, embedded),
    ...limitsProblem(given, embedded, host),
    ...ignored(given, embedded, siteUrl),
    ...mailProblem(given, embedded),
    ...providerProblems(given),
  ];
  if (problems.length > 0) throw new SettingsProblem(problems);
  return {
    databaseUrl: given.DATABASE_URL ?? "",
    migrationUrl: given.MOOT_MIGRATION_URL ?? given.DATABASE_URL ?? "",
    secret: given.MOOT_SECRET ?? given.NEXTAUTH_SECRET ?? "",
    oldSecrets: given.MOOT_OLD_SECRETS,
    siteUrl,
    port: given.PORT,
    host,
    embedded,
    demo: embedded && given.MOOT_DEMO !== "0",
    production: !embedded,
    limits: given.MOOT_LIMITS !== "off",
    dataFolder: dataFolder(given.MOOT_DATA),
    check:
      given.MOOT_CHECK_URL === undefined
        ? undefined
        : { url: given.MOOT_CHECK_URL, secret: given.MOOT_CHECK_SECRET },
    trustedProxies: given.MOOT_TRUSTED_PROXIES,
    mail: given.MOOT_SMTP !== undefined ? "smtp" : embedded ? "mailbox" : "none",
    provesAddress: (given.MOOT_PROVE_ADDRESS ?? (given.MOOT_SMTP === undefined ? "0" : "1")) === "1",
    providers: providersIn(given),
    smtp: given.MOOT_SMTP ?? null,
    mailFrom: given.MOOT_MAIL_FROM ?? null,
    logLevel: given.MOOT_LOG,
    backups:
      given.MOOT_BACKUPS === undefined
        ? null
        : { folder: resolve(given.MOOT_BACKUPS), kept: given.MOOT_BACKUPS_KEPT ?? BACKUPS_KEPT },
    accessLog: given.MOOT_ACCESS_LOG,
    metricsToken: given.MOOT_METRICS_TOKEN ?? null,
    siteName: given.MOOT_NAME ?? null,
    siteTagline: given.MOOT_TAGLINE ?? null,
  };
}

/** Where the embedded database, its log and the secret live. */
export function dataFolder(wish: string | undefined): string {
  // The build takes every path it cannot know for one into the whole project, and follows all of it.
  return resolve(/*turbopackIgnore: true*/ wish ?? ".data");
}

/** Checked by what the driver makes of it. No complaint repeats any of it: a password stands anywhere in what is wrong. */
const postgresAddress = (name: string) =>
  z.string().superRefine((text, context) => {
    const problem = databaseAddressProblem(name, text);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  });

/** The address of a site, in its one spelling: small letters, no usual port, no slash at its end. */
const siteAddress = (name: string) =>
  z
    .string()
    .refine((text) => isPlainOrigin(text), { error: say(words.isNoSiteAddress, { name }) })
    .transform((text) => new URL(text).origin);

function isPlainOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || /[?#]/.test(text)) return false;
  return /^\/*$/.test(url.pathname) && url.username === "" && url.password === "";
}

/** Something of the operator's that is asked over HTTP. */
const serviceAddress = (name: string) =>
  z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: say(words.isNoServiceAddress, { name }),
  });

/** Every word is an address or a network, so that none silently matches nobody. */
const networkList = (name: string) =>
  z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ""))
    .superRefine((list, context) => {
      for (const word of list)
        if (!isNetwork(word))
          context.addIssue({ code: "custom", message: say(words.isNoNetwork, { name, word }) });
    });

/** Two weeks: longer than it takes until somebody notices what went wrong. */
const BACKUPS_KEPT = 14;
const KEPT_RANGE = words.backupsKeptIsNotANumber;

const WAIT_RANGE = t.databaseWaitIsNotANumber;

const PORT_RANGE = t.portIsNotANumber;

const CONNECTION_RANGE = words.connectionsIsNotANumber;

/** Every setting, as it is parsed. What is said of each to people is in `settings-table.ts`. */
export const Shape = z.object({
  DATABASE_URL: postgresAddress("DATABASE_URL").optional(),
  MOOT_MIGRATION_URL: postgresAddress("MOOT_MIGRATION_URL").optional(),
  MOOT_PUBLISHER_URL: postgresAddress("MOOT_PUBLISHER_URL").optional(),
  MOOT_DATABASE_CONNECTIONS: numberSaid(
    z.number(CONNECTION_RANGE).int(CONNECTION_RANGE).min(2, CONNECTION_RANGE).max(500, CONNECTION_RANGE),
  ).optional(),
  MOOT_DATABASE_WAIT: numberSaid(z.number(WAIT_RANGE).min(1, WAIT_RANGE).max(60, WAIT_RANGE)).default(2),
  MOOT_SECRET: secret("MOOT_SECRET").optional(),
  MOOT_OLD_SECRETS: secretList("MOOT_OLD_SECRETS"),
  NEXTAUTH_SECRET: secret("NEXTAUTH_SECRET").optional(),
  NEXTAUTH_URL: z.string().optional(),
  MOOT_URL: siteAddress("MOOT_URL").optional(),
  PORT: numberSaid(z.number(PORT_RANGE).int(PORT_RANGE).min(1, PORT_RANGE).max(65_535, PORT_RANGE)).default(
    3000,
  ),
  MOOT_HOST: z.string().optional(),
  MOOT_EMBEDDED: oneOf("MOOT_EMBEDDED", ["1"]).optional(),
  MOOT_DEMO: oneOf("MOOT_DEMO", ["0", "1"]).optional(),
  MOOT_LIMITS: oneOf("MOOT_LIMITS", ["on", "off"]).default("on"),
  MOOT_DATA: z.string().optional(),
  MOOT_TRUSTED_PROXIES: networkList("MOOT_TRUSTED_PROXIES"),
  MOOT_CHECK_URL: serviceAddress("MOOT_CHECK_URL").optional(),
  MOOT_CHECK_SECRET: z.string().optional(),
  MOOT_METRICS_TOKEN: secret("MOOT_METRICS_TOKEN").optional(),
  MOOT_SMTP: z
    .string()
    .transform((address, context) => {
      const smtp = readSmtpAddress(address);
      if (smtp) return smtp;
      context.addIssue({ code: "custom", message: t.mootSmtpIsNoAddress });
      return z.NEVER;
    })
    .optional(),
  MOOT_MAIL_FROM: z.string().refine(isPlainAddress, t.mootMailFromIsNoAddress).optional(),
  MOOT_PROVE_ADDRESS: oneOf("MOOT_PROVE_ADDRESS", ["0", "1"]).optional(),
  MOOT_NAME: shortText("MOOT_NAME", 40).optional(),
  MOOT_TAGLINE: shortText("MOOT_TAGLINE", 160).optional(),
  ...ProviderShape,
  MOOT_LOG: oneOf("MOOT_LOG", ["silent", "error", "warn", "info", "debug"]).default("info"),
  MOOT_BACKUPS: z.string().optional(),
  MOOT_BACKUPS_KEPT: numberSaid(
    z.number(KEPT_RANGE).int(KEPT_RANGE).min(1, KEPT_RANGE).max(1_000, KEPT_RANGE),
  ).optional(),
  MOOT_ACCESS_LOG: oneOf("MOOT_ACCESS_LOG", ["off", "on", "addresses"]).default("off"),
});

export type SettingName = keyof typeof Shape.shape;
export const SETTING_NAMES: readonly string[] = Object.keys(Shape.shape);

function oneOf<const T extends readonly [string, ...string[]]>(name: string, values: T) {
  return z.enum(values, { error: say(t.isNoneOf, { name, values: values.join(", ") }) });
}

/** One line; the limit is that of the settings in the browser. Code units. */
function shortText(name: string, limit: number) {
  return z
    .string()
    .trim()
    .max(limit, { error: say(words.isTooLong, { name, limit }) });
}

function secret(name: string) {
  return z.string().refine((text) => Buffer.byteLength(text) >= SECRET_BYTES, {
    error: say(t.isShorterThanBytes, { name, secretBytes: SECRET_BYTES }),
  });
}

/** None shorter than it may ever have been: a typing error would otherwise end in everybody's signing out. */
function secretList(name: string) {
  return z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((one) => (one.trim() === "" ? [] : [one.trim()])))
    .refine((list) => list.every((one) => Buffer.byteLength(one) >= SECRET_BYTES), {
      error: say(words.anOldSecretIsShort, { name, secretBytes: SECRET_BYTES }),
    });
}

function missingInProduction(given: z.infer<typeof Shape>, embedded: boolean): string[] {
  const problems: string[] = [];
  if (given.DATABASE_URL === undefined) problems.push(t.databaseUrlIsNotSet);
  if (given.MOOT_SECRET === undefined && given.NEXTAUTH_SECRET === undefined)
    problems.push(t.mootSecretIsNotSet);
  if (!embedded && given.MOOT_URL === undefined) problems.push(t.mootUrlIsNotSet);
  return problems;
}

function limitsProblem(given: z.infer<typeof Shape>, embedded: boolean, host: string): string[] {
  if (given.MOOT_LIMITS === "on" || embedded || isLoopback(host)) return [];
  return [t.mootLimitsOffIsForBenchmarks];
}

/** A setting that would do nothing is a setting somebody misunderstood. */
function ignored(given: z.infer<typeof Shape>, embedded: boolean, siteUrl: string): string[] {
  const { NEXTAUTH_SECRET, MOOT_SECRET, NEXTAUTH_URL, MOOT_CHECK_URL, MOOT_CHECK_SECRET } = given;
  const problems: [boolean, string][] = [
    [!embedded && given.MOOT_DATA !== undefined, words.mootDataIsIgnored],
    [!embedded && given.MOOT_DEMO === "1", words.mootDemoIsIgnored],
    [
      embedded && given.MOOT_MIGRATION_URL !== undefined,
      say(words.isIgnored, { name: "MOOT_MIGRATION_URL" }),
    ],
    [
      embedded && given.MOOT_PUBLISHER_URL !== undefined,
      say(words.isIgnored, { name: "MOOT_PUBLISHER_URL" }),
    ],
    [Boolean(NEXTAUTH_SECRET && MOOT_SECRET && NEXTAUTH_SECRET !== MOOT_SECRET), words.twoSecrets],
    [given.MOOT_OLD_SECRETS.includes(MOOT_SECRET ?? NEXTAUTH_SECRET ?? ""), words.oldSecretIsInForce],
    [NEXTAUTH_URL !== undefined && NEXTAUTH_URL !== siteUrl, words.nextAuthUrlIsIgnored],
    [MOOT_CHECK_URL !== undefined && !MOOT_CHECK_SECRET, words.checkWithoutSecret],
    [MOOT_CHECK_SECRET !== undefined && !MOOT_CHECK_URL, words.checkWithoutAddress],
    [given.MOOT_BACKUPS_KEPT !== undefined && !given.MOOT_BACKUPS, words.keptWithoutBackups],
  ];
  return problems.filter(([wrong]) => wrong).map(([, sentence]) => sentence);
}

function mailProblem(given: z.infer<typeof Shape>, embedded: boolean): string[] {
  const { MOOT_SMTP, MOOT_MAIL_FROM, MOOT_PROVE_ADDRESS } = given;
  const problems: [boolean, string][] = [
    [MOOT_SMTP !== undefined && MOOT_MAIL_FROM === undefined, t.mootMailFromIsNotSet],
    [MOOT_PROVE_ADDRESS === "1" && MOOT_SMTP === undefined && !embedded, t.nothingProvesAnAddress],
  ];
  return problems.filter(([wrong]) => wrong).map(([, sentence]) => sentence);
}

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
}
