// platform/database-address.ts
export const isNoDatabaseAddress =
  "{name} must be an address such as postgresql://name:password@host:5432/moot. In a name or password, write these characters percent-encoded: / as %2F, # as %23, ? as %3F, @ as %40, : as %3A, % as %25.";
export const namesSeveralHosts =
  "{name} names several hosts, but Moot connects to one. Name the one that accepts writes, or an address that follows it.";
export const namesASchema =
  "{name} has “{parameter}”, which Moot does not support: its tables are in the schema public. Give it a database of its own, and remove that.";
export const hasThisParameter =
  "{name} has “{parameter}”, which Moot does not support. Remove it. (MOOT_DATABASE_CONNECTIONS sets the number of connections.)";
export const hasAParameterWeDoNotRead =
  "{name} has a parameter after its “?” that Moot does not support. Remove it. If it is part of a password, write ? as %3F and & as %26.";
export const databaseAt = "{database} at {place}";

// platform/known-settings.ts
export const isNoSetting = "{name} is not a setting of Moot. “moot settings” lists them all.";
export const isNoSettingButPerhaps = "{name} is not a setting of Moot. Did you mean {meant}?";

// platform/settings.ts
export const isTooLong = "{name} can have at most {limit, number} characters.";
export const isNoSiteAddress =
  "{name} must be an address such as https://moot.example: http or https, a host and, if needed, a port, without a path, a user name or anything else.";
export const isNoServiceAddress = "{name} must be an address such as https://check.example/ask.";
export const isNoNetwork =
  "{name} has “{word}”, which is neither an address nor a network. List addresses or networks such as 127.0.0.1 or 10.0.0.0/8, separated by commas.";
export const connectionsIsNotANumber = "MOOT_DATABASE_CONNECTIONS must be a number from 2 to 500.";
export const backupsKeptIsNotANumber = "MOOT_BACKUPS_KEPT must be a number from 1 to 1000.";
export const keptWithoutBackups =
  "MOOT_BACKUPS_KEPT is set, but MOOT_BACKUPS is not, so no backups are made. Set MOOT_BACKUPS too, or remove it.";
export const mootDataIsIgnored =
  "MOOT_DATA is the folder of the embedded database, but DATABASE_URL names another database. Remove one of the two.";
export const mootDemoIsIgnored =
  "MOOT_DEMO=1 only works with the embedded database, but DATABASE_URL names another. Remove it.";
export const isIgnored =
  "{name} needs DATABASE_URL, which is not set, so Moot would use the embedded database. Set DATABASE_URL too, or remove {name}.";
export const twoSecrets = "MOOT_SECRET and NEXTAUTH_SECRET are both set, and differ. Remove NEXTAUTH_SECRET.";
export const anOldSecretIsShort =
  "{name} must list secrets of at least {secretBytes} bytes, separated by commas: the MOOT_SECRET of before, letter by letter.";
export const oldSecretIsInForce =
  "MOOT_OLD_SECRETS contains the secret that is in force. Put the new one into MOOT_SECRET, and only earlier ones here.";
export const nextAuthUrlIsIgnored = "NEXTAUTH_URL is not used. Set MOOT_URL, the address readers use.";
export const checkWithoutSecret =
  "MOOT_CHECK_URL is set without MOOT_CHECK_SECRET, so nothing would be asked and every comment would be held. Set both, or neither.";
export const checkWithoutAddress =
  "MOOT_CHECK_SECRET is set without MOOT_CHECK_URL, so it has no effect. Set both, or neither.";

// platform/settings-table.ts: one heading each, and then what each is
export const setting = "setting";
export const itsDefault = "default";
export const whatItIs = "what it is";
export const anExample = "an example";
export const port = "the port the site listens on";
export const host =
  "the interface it listens on; all of them with DATABASE_URL. (HOST is ignored, because some shells export it.)";
export const databaseUrl =
  "PostgreSQL 15 or newer, as the owner of the database. Special characters in the password are percent-encoded";
export const migrationUrl = "the same database, as a role that may change the schema";
export const publisherUrl = "the same database, as a role that may publish counts";
export const databaseConnections =
  "database connections per process, besides two that publish and one that listens; 2 to 500";
export const databaseWait = "seconds a request waits for a database connection before it is a 503; 1 to 60";
export const secret = "signs sessions; at least 32 bytes; required with DATABASE_URL";
export const oldSecrets =
  "what MOOT_SECRET was before, for a while after a change: what it sealed still opens";
export const nextAuthSecret = "the same under next-auth’s name; use MOOT_SECRET instead";
export const nextAuthUrl = "not used; where it is set, it must equal MOOT_URL";
export const url = "the address readers use, without a path; required with DATABASE_URL";
export const dataFolder =
  "the folder of the embedded database, with its log, its password and the secret; only without DATABASE_URL";
export const demo = "0: no sample and no one-click sign-in; only without DATABASE_URL";
export const trustedProxies =
  "addresses and networks of the proxies whose X-Forwarded-For is trusted, separated by commas";
export const limits = "off for benchmarks; in production only on the loopback interface";
export const checkUrl =
  "an address of yours that is asked about each new comment, signed; if it does not answer, the comment is held";
export const smtp =
  "the mail server, as smtp:// (STARTTLS, port 587) or smtps:// (port 465) with name and password in it";
export const noMailsAreSent =
  "none: no e-mail is sent (with the embedded database it is kept on this machine)";
export const mailFrom = "the address e-mail comes from; required with MOOT_SMTP";
export const proveAddress =
  "1: a new account can only read until its e-mail address is confirmed; 0: it can do everything at once";
export const oneWithAMailServer = "1 with MOOT_SMTP, else 0";
export const checkSecret = "signs those requests (HMAC-SHA-256)";
export const metricsToken =
  "requests for /metrics from another machine must send “Authorization: Bearer” and this; at least 32 bytes";
export const oidcIssuer =
  "members can sign in by this issuer of OpenID Connect: its address, as its configuration says it; https://github.com/login/oauth for GitHub";
export const oidcSecondStep =
  "values of acr or amr in its ID token that count as a second step here, such as mfa; without it none does";
export const oidcClientId = "what that issuer calls this site";
export const oidcClientSecret = "the secret it gave for that";
export const oidcName = "what the button calls it";
export const oidcAnother = "another issuer, the same";
export const theIssuersHost = "the issuer’s host";
export const logLevel = "silent, error, warn, info or debug: JSON lines on stdout, without personal text";
export const backups =
  "a folder for a backup every day, each tried once a week by restoring it into a scratch database; put it on another disk";
export const backupsKept = "how many of those backups are kept; 1 to 1000";
export const accessLog =
  "on: one line in the log for each request (route, status, time, bytes, request id); addresses: the same with the client’s IP address";
export const noDefault = "none";
export const siteName = "the site’s name; where it is set, admins cannot change it in the browser";
export const siteTagline =
  "what the site is, in a line; where it is set, admins cannot change it in the browser";
export const whatAdminsSet = "what admins set in the browser";
export const theEmbeddedOne = "the embedded database";
export const madeOnce = "generated once, in the data folder";
export const ofLoopbackOrAll = "127.0.0.1, or 0.0.0.0 with DATABASE_URL";

// scripts/show-settings.ts
export const fromDefault = "default";
export const fromFile = "from .env";
export const fromEnvironment = "from the environment";
export const fromEnvironmentBefore = "from the environment, which overrides the other value in .env";
export const documentTitle = "# Settings";
export const documentWords =
  "Settings come from the environment, or from a file `.env` in this folder; the environment overrides the file. `npx moot settings`\nshows what is in force and where it comes from, without secrets. Moot refuses to start, with a sentence for each, where a name begins with\n`MOOT_` and is not in this table, where a value would have no effect, and where an address cannot be read as it was meant.";
export const documentEnd =
  "This page is generated by `npx moot settings --markdown` from the schema that reads the settings (`platform/settings.ts`).";

// bin/host-commands.ts
export const showWhatIsInForce =
  "show every setting in force, where it comes from (without secrets) and what is wrong with it";
export const writeABackup =
  "write the whole database to one file while the site is running, as it is at one moment";
export const tryABackup =
  "restore a backup into a scratch database, compare every count, check it, and make sure that ballots cannot be read";
export const writeAnExport =
  "write what the site holds as lines of JSON, without votes, passwords and ways to sign in; or print their schema";
export const readAnExport = "fill an empty site from such a file, and check it as above";
export const restoreABackup = "restore a backup into an empty database, and check it as above";
export const bringTheDatabaseUp =
  "upgrade the database to this version, as a start does; with --plan only list what would be locked and how large it is";

// platform/provider-settings.ts
export const isNoIssuer =
  "{name} is not the address of an issuer: it begins with https:// (http:// only for this machine) and has neither a query nor a name and password in it.";
export const githubSaysNothingOfIt =
  "{prefix}_SECOND_STEP is set, but GitHub does not say how somebody signed in. Remove it.";
export const providerLacks = "{prefix}_… is set in part: {missing} is missing.";
export const issuerIsThereTwice = "{issuer} is set twice among MOOT_OIDC_…: one button is enough.";
