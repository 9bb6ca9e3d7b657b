import { resolve } from "node:path";
import { z } from "zod";
import { isLoopback } from "./loopback";
import { isPlainAddress, readSmtpAddress, type SmtpServer } from "./smtp-address";
import * as t from "#messages/api";
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
  /** The address readers use, without a slash at its end. */
  siteUrl: string;
  port: number;
  /** The interface the server listens on. */
  host: string;
  /** PostgreSQL is the one Moot brings along, rather than one somebody runs. */
  embedded: boolean;
  /** The cast, the sample discussion and one-click sign-in; only ever with the embedded database. */
  demo: boolean;
  /** Somebody runs a database for us, so this is for real. */
  production: boolean;
  /** Rate limits; off only for benchmarks. */
  limits: boolean;
  dataFolder: string;
  /** Addresses of the proxies in front of us whose forwarding headers may be believed. */
  trustedProxies: readonly string[];
  mail: MailWay;
  /** Null without a mail server. */
  smtp: SmtpServer | null;
  /** The address mails come from; null where none are sent. */
  mailFrom: string | null;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
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
  const parsed = Shape.safeParse(withoutEmpty(environment));
  if (!parsed.success) throw new SettingsProblem(parsed.error.issues.map((issue) => issue.message));
  const given = parsed.data;
  const embedded = given.MOOT_EMBEDDED === "1";
  const host = given.MOOT_HOST ?? (embedded ? "127.0.0.1" : "0.0.0.0");
  const problems = [
    ...missingInProduction(given, embedded),
    ...limitsProblem(given, embedded, host),
    ...mailProblem(given),
  ];
  if (problems.length > 0) throw new SettingsProblem(problems);
  return Object.freeze({
    databaseUrl: given.DATABASE_URL ?? "",
    migrationUrl: given.MOOT_MIGRATION_URL ?? given.DATABASE_URL ?? "",
    secret: given.MOOT_SECRET ?? given.NEXTAUTH_SECRET ?? "",
    siteUrl: (given.MOOT_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ""),
    port: given.PORT,
    host,
    embedded,
    demo: embedded && given.MOOT_DEMO !== "0",
    production: !embedded,
    limits: given.MOOT_LIMITS !== "off",
    dataFolder: dataFolder(given.MOOT_DATA),
    trustedProxies: given.MOOT_TRUSTED_PROXIES,
    mail: given.MOOT_SMTP !== undefined ? "smtp" : embedded ? "mailbox" : "none",
    smtp: given.MOOT_SMTP ?? null,
    mailFrom: given.MOOT_MAIL_FROM ?? null,
    logLevel: given.MOOT_LOG,
  });
}

/** Where the embedded database, its log and the secret live. */
export function dataFolder(wish: string | undefined): string {
  return resolve(wish ?? ".data");
}

const address = (name: string, protocol: RegExp, example: string) =>
  z.url({
    protocol,
    error: (issue) => say(t.isNotAnAddressLike, { name, example, input: masked(issue.input) }),
  });

const postgresAddress = (name: string) =>
  address(name, /^postgres(ql)?$/, "postgres://name:password@host:5432/moot");

const WAIT_RANGE = t.databaseWaitIsNotANumber;

const PORT_RANGE = t.portIsNotANumber;

const Shape = z.object({
  DATABASE_URL: postgresAddress("DATABASE_URL").optional(),
  MOOT_MIGRATION_URL: postgresAddress("MOOT_MIGRATION_URL").optional(),
  MOOT_PUBLISHER_URL: postgresAddress("MOOT_PUBLISHER_URL").optional(),
  MOOT_DATABASE_WAIT: z.coerce.number(WAIT_RANGE).min(1, WAIT_RANGE).max(60, WAIT_RANGE).default(2),
  MOOT_SECRET: secret("MOOT_SECRET").optional(),
  NEXTAUTH_SECRET: secret("NEXTAUTH_SECRET").optional(),
  MOOT_URL: address("MOOT_URL", /^https?$/, "https://moot.example").optional(),
  PORT: z.coerce.number(PORT_RANGE).int(PORT_RANGE).min(1, PORT_RANGE).max(65_535, PORT_RANGE).default(3000),
  MOOT_HOST: z.string().optional(),
  MOOT_EMBEDDED: z.literal("1").optional(),
  MOOT_DEMO: oneOf("MOOT_DEMO", ["0", "1"]).optional(),
  MOOT_LIMITS: oneOf("MOOT_LIMITS", ["on", "off"]).default("on"),
  MOOT_DATA: z.string().optional(),
  MOOT_TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter((one) => one !== "")),
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
  MOOT_LOG: oneOf("MOOT_LOG", ["silent", "error", "warn", "info", "debug"]).default("info"),
});

function oneOf<const T extends readonly [string, ...string[]]>(name: string, values: T) {
  return z.enum(values, { error: say(t.isNoneOf, { name, values: values.join(", ") }) });
}

function secret(name: string) {
  return z.string().refine((text) => Buffer.byteLength(text) >= SECRET_BYTES, {
    error: say(t.isShorterThanBytes, { name, secretBytes: SECRET_BYTES }),
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

function mailProblem({ MOOT_SMTP, MOOT_MAIL_FROM }: z.infer<typeof Shape>): string[] {
  return MOOT_SMTP !== undefined && MOOT_MAIL_FROM === undefined ? [t.mootMailFromIsNotSet] : [];
}

/** An address may hold a password, and a complaint about it ends in a log. */
function masked(value: unknown): string {
  return String(value).replace(/:[^:@/]*@/, ":…@");
}

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
}
