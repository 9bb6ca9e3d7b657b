import { HIDDEN, shownDatabaseAddress } from "./database-address";
import { Shape, type Environment, type SettingName } from "./settings";
import * as t from "#messages/settings";

/** What people are told of a setting. */
type About = Readonly<{
  meaning: string;
  /** What holds where it is not set. */
  otherwise: string;
  /** "" where there is nothing to choose. */
  example: string;
  /** How a value is shown, where it is or holds a secret. */
  shown?: (value: string) => string;
}>;

const hidden = (): string => HIDDEN;

/** By the names of the schema, so that there is none without a word about it. */
const ABOUT: Readonly<Record<Exclude<SettingName, "MOOT_EMBEDDED">, About>> = {
  DATABASE_URL: {
    meaning: t.databaseUrl,
    otherwise: t.theEmbeddedOne,
    example: "postgresql://moot:p%2Fw@db.example:5432/moot",
    shown: shownDatabaseAddress,
  },
  MOOT_MIGRATION_URL: {
    meaning: t.migrationUrl,
    otherwise: "DATABASE_URL",
    example: "postgresql://owner:pw@db.example:5432/moot",
    shown: shownDatabaseAddress,
  },
  MOOT_PUBLISHER_URL: {
    meaning: t.publisherUrl,
    otherwise: "MOOT_MIGRATION_URL",
    example: "postgresql://publisher:pw@db.example:5432/moot",
    shown: shownDatabaseAddress,
  },
  MOOT_DATABASE_CONNECTIONS: { meaning: t.databaseConnections, otherwise: "16", example: "8" },
  MOOT_DATABASE_WAIT: { meaning: t.databaseWait, otherwise: "2", example: "5" },
  MOOT_SECRET: {
    meaning: t.secret,
    otherwise: t.madeOnce,
    example: "$(openssl rand -base64 48)",
    shown: hidden,
  },
  MOOT_OLD_SECRETS: { meaning: t.oldSecrets, otherwise: t.noDefault, example: "", shown: hidden },
  NEXTAUTH_SECRET: { meaning: t.nextAuthSecret, otherwise: t.noDefault, example: "", shown: hidden },
  NEXTAUTH_URL: { meaning: t.nextAuthUrl, otherwise: t.noDefault, example: "", shown: shownAddress },
  MOOT_URL: {
    meaning: t.url,
    otherwise: "http://localhost:PORT",
    example: "https://moot.example",
    shown: shownAddress,
  },
  PORT: { meaning: t.port, otherwise: "3000", example: "8080" },
  MOOT_HOST: { meaning: t.host, otherwise: t.ofLoopbackOrAll, example: "127.0.0.1" },
  MOOT_DEMO: { meaning: t.demo, otherwise: "1", example: "0" },
  MOOT_LIMITS: { meaning: t.limits, otherwise: "on", example: "off" },
  MOOT_DATA: { meaning: t.dataFolder, otherwise: ".data", example: "/var/lib/moot" },
  MOOT_TRUSTED_PROXIES: {
    meaning: t.trustedProxies,
    otherwise: t.noDefault,
    example: "127.0.0.1, 10.0.0.0/8",
  },
  MOOT_CHECK_URL: {
    meaning: t.checkUrl,
    otherwise: t.noDefault,
    example: "https://check.example/ask",
    shown: shownAddress,
  },
  MOOT_CHECK_SECRET: { meaning: t.checkSecret, otherwise: t.noDefault, example: "", shown: hidden },
  MOOT_SMTP: {
    meaning: t.smtp,
    otherwise: t.noMailsAreSent,
    example: "smtps://moot:p%2Fw@mail.example",
    shown: shownAddress,
  },
  MOOT_MAIL_FROM: { meaning: t.mailFrom, otherwise: t.noDefault, example: "moot@moot.example" },
  MOOT_PROVE_ADDRESS: {
    meaning: t.proveAddress,
    otherwise: t.oneWithAMailServer,
    example: "1",
  },
  MOOT_METRICS_TOKEN: {
    meaning: t.metricsToken,
    otherwise: t.noDefault,
    example: "$(openssl rand -base64 48)",
    shown: hidden,
  },
  MOOT_NAME: { meaning: t.siteName, otherwise: t.whatAdminsSet, example: "The Tea Room" },
  MOOT_TAGLINE: { meaning: t.siteTagline, otherwise: t.whatAdminsSet, example: "Questions about tea." },
  MOOT_OIDC_ISSUER: {
    meaning: t.oidcIssuer,
    otherwise: t.noDefault,
    example: "https://accounts.google.com",
    shown: shownAddress,
  },
  MOOT_OIDC_CLIENT_ID: { meaning: t.oidcClientId, otherwise: t.noDefault, example: "" },
  MOOT_OIDC_CLIENT_SECRET: {
    meaning: t.oidcClientSecret,
    otherwise: t.noDefault,
    example: "",
    shown: hidden,
  },
  MOOT_OIDC_NAME: { meaning: t.oidcName, otherwise: t.theIssuersHost, example: "Google" },
  MOOT_OIDC_SECOND_STEP: { meaning: t.oidcSecondStep, otherwise: t.noDefault, example: "mfa" },
  MOOT_OIDC_2_ISSUER: {
    meaning: t.oidcAnother,
    otherwise: t.noDefault,
    example: "https://github.com/login/oauth",
    shown: shownAddress,
  },
  MOOT_OIDC_2_CLIENT_ID: { meaning: t.oidcClientId, otherwise: t.noDefault, example: "" },
  MOOT_OIDC_2_CLIENT_SECRET: {
    meaning: t.oidcClientSecret,
    otherwise: t.noDefault,
    example: "",
    shown: hidden,
  },
  MOOT_OIDC_2_NAME: { meaning: t.oidcName, otherwise: t.theIssuersHost, example: "GitHub" },
  MOOT_OIDC_2_SECOND_STEP: { meaning: t.oidcSecondStep, otherwise: t.noDefault, example: "" },
  MOOT_OIDC_3_ISSUER: { meaning: t.oidcAnother, otherwise: t.noDefault, example: "", shown: shownAddress },
  MOOT_OIDC_3_CLIENT_ID: { meaning: t.oidcClientId, otherwise: t.noDefault, example: "" },
  MOOT_OIDC_3_CLIENT_SECRET: {
    meaning: t.oidcClientSecret,
    otherwise: t.noDefault,
    example: "",
    shown: hidden,
  },
  MOOT_OIDC_3_NAME: { meaning: t.oidcName, otherwise: t.theIssuersHost, example: "" },
  MOOT_OIDC_3_SECOND_STEP: { meaning: t.oidcSecondStep, otherwise: t.noDefault, example: "" },
  MOOT_LOG: { meaning: t.logLevel, otherwise: "info", example: "warn" },
  MOOT_BACKUPS: { meaning: t.backups, otherwise: t.noDefault, example: "/mnt/backups/moot" },
  MOOT_BACKUPS_KEPT: { meaning: t.backupsKept, otherwise: "14", example: "30" },
  MOOT_ACCESS_LOG: { meaning: t.accessLog, otherwise: "off", example: "on" },
};

/** A setting, as it is in force: its value for people, and whether somebody gave it. */
export type InForce = Readonly<{ name: string; value: string; given: boolean; meaning: string }>;

/** Every setting in the order of the schema, with no secret in it, whatever is wrong with what was given. */
export function inForce(environment: Environment): InForce[] {
  return rows().map(({ name, about }) => {
    const value = environment[name] ?? "";
    const given = value !== "";
    const { meaning, otherwise, shown } = about;
    return { name, meaning, given, value: given ? (shown?.(value) ?? value) : otherwise };
  });
}

/** The same as a table of Markdown, for `docs/SETTINGS.md`. */
export function settingsAsMarkdown(): string {
  const lines = [
    [t.setting, t.itsDefault, t.whatItIs, t.anExample],
    ...rows().map(({ name, about }) => [
      `\`${name}\``,
      about.otherwise,
      about.meaning,
      about.example === "" ? "" : `\`${about.example}\``,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map(
    (line) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`,
  );
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [drawn[0] ?? "", rule, ...drawn.slice(1)].join("\n");
}

function rows(): { name: string; about: About }[] {
  return Object.keys(Shape.shape).flatMap((name) =>
    Object.entries(ABOUT)
      .filter(([one]) => one === name)
      .map(([, about]) => ({ name, about })),
  );
}

/** An address of HTTP without the name and the password that may stand in it, and without what is asked behind it. */
function shownAddress(value: string): string {
  if (!URL.canParse(value)) return HIDDEN;
  const { origin, pathname } = new URL(value);
  return origin === "null" ? HIDDEN : origin + (pathname === "/" ? "" : pathname);
}
