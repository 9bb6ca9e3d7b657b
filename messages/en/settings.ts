// platform/database-address.ts
export const isNoDatabaseAddress =
  "{name} is not an address like postgresql://name:password@host:5432/moot. In a name or a password these signs are written percent-encoded: / as %2F, # as %23, ? as %3F, @ as %40, : as %3A, % as %25.";
export const namesSeveralHosts =
  "{name} names several hosts, and Moot speaks to one. Name the one that takes writes, or an address that follows it.";
export const namesASchema =
  "{name} has “{parameter}”, which Moot does not read: its tables are in the schema public. Give it a database of its own, and take that out.";
export const hasThisParameter =
  "{name} has “{parameter}”, which Moot does not read; take it out. (MOOT_DATABASE_CONNECTIONS says how many connections it may have.)";
export const hasAParameterWeDoNotRead =
  "{name} has a parameter behind its “?” that Moot does not read; take it out. If it is a piece of a password, write ? as %3F and & as %26.";
export const databaseAt = "{database} at {place}";

// platform/known-settings.ts
export const isNoSetting = "{name} is not a setting of Moot. “moot settings” lists them.";
export const isNoSettingButPerhaps = "{name} is not a setting of Moot. Is {meant} meant?";

// platform/settings.ts
export const isNoSiteAddress =
  "{name} is not an address like https://moot.example: http or https and a host, with a port if need be, without a path, a name or anything else behind it.";
export const isNoServiceAddress = "{name} is not an address like https://check.example/ask.";
export const isNoNetwork =
  "{name} has “{word}”, which is neither an address nor a network. Give addresses or networks, like 127.0.0.1 or 10.0.0.0/8, parted by commas.";
export const connectionsIsNotANumber = "MOOT_DATABASE_CONNECTIONS is not a number from 2 to 500.";
export const mootDataIsIgnored =
  "MOOT_DATA is the folder of the database that Moot brings along, and DATABASE_URL names another database. Take one of the two out.";
export const mootDemoIsIgnored =
  "MOOT_DEMO=1 only works with the database that Moot brings along, and DATABASE_URL names another. Take it out.";
export const isIgnored =
  "{name} belongs to DATABASE_URL, which is not set: Moot would use the database that it brings along. Set DATABASE_URL, too, or take {name} out.";
export const twoSecrets =
  "MOOT_SECRET and NEXTAUTH_SECRET are both set and differ; take NEXTAUTH_SECRET out.";
export const nextAuthUrlIsIgnored = "NEXTAUTH_URL is not read; MOOT_URL is the address readers use.";
export const checkWithoutSecret =
  "MOOT_CHECK_URL is set without MOOT_CHECK_SECRET, so nothing would be asked and every comment would wait. Set both, or neither.";
export const checkWithoutAddress =
  "MOOT_CHECK_SECRET is set without MOOT_CHECK_URL, and signs nothing. Set both, or neither.";

// platform/settings-table.ts: one heading each, and then what each is
export const setting = "setting";
export const itsDefault = "default";
export const whatItIs = "what it is";
export const anExample = "an example";
export const port = "where the site listens";
export const host =
  "on which interface; with DATABASE_URL on all of them. (HOST is not read: some shells export it.)";
export const databaseUrl =
  "PostgreSQL 15 or newer, as the owner of the database. Signs in a password that mean something in an address are percent-encoded";
export const migrationUrl = "the same database as a role that may change the schema";
export const publisherUrl = "the same database as a role that may publish counts";
export const databaseConnections =
  "connections to the database for each process, besides two that publish and one that listens; 2 to 500";
export const databaseWait =
  "seconds a request waits for a connection to the database before it is a 503; 1 to 60";
export const secret = "signs sessions; 32 bytes at least; required with DATABASE_URL";
export const nextAuthSecret = "the same under next-auth's name; MOOT_SECRET is what to use";
export const nextAuthUrl = "not read; where it is set it must be MOOT_URL";
export const url = "the address readers use, without a path; required with DATABASE_URL";
export const dataFolder =
  "the folder of the database that Moot brings along, with its log, its password and the secret; only without DATABASE_URL";
export const demo = "0: no sample, no one-click sign-in; only without DATABASE_URL";
export const trustedProxies =
  "addresses and networks of the proxies whose X-Forwarded-For may be believed, parted by commas";
export const limits = "off for benchmarks; in production only on the loopback interface";
export const checkUrl =
  "an address of your own that is asked about each new comment, signed; when it is silent the comment waits for a person";
export const smtp =
  "the mail server, as smtp:// (STARTTLS, port 587) or smtps:// (port 465) with name and password in it";
export const noMailsAreSent =
  "none: no mail is sent (with the embedded database mails are kept on this machine)";
export const mailFrom = "the address mails come from; required with MOOT_SMTP";
export const proveAddress =
  "1: a new account may read, and nothing else, until its e-mail address is confirmed; 0: it may do everything at once";
export const oneWithAMailServer = "1 with MOOT_SMTP, else 0";
export const checkSecret = "signs those questions (HMAC-SHA-256)";
export const metricsToken =
  "who asks for /metrics from another machine says “Authorization: Bearer” and this; 32 bytes at least";
export const oidcIssuer =
  "members can sign in by this issuer of OpenID Connect: its address, as its configuration says it; https://github.com/login/oauth for GitHub";
export const oidcClientId = "what that issuer calls this site";
export const oidcClientSecret = "the secret it gave for that";
export const oidcName = "what the button calls it";
export const oidcAnother = "another issuer, the same";
export const theIssuersHost = "the issuer’s host";
export const logLevel = "silent, error, warn, info or debug: JSON lines on stdout, without personal text";
export const noDefault = "none";
export const theEmbeddedOne = "the one that comes along";
export const madeOnce = "made once, in the data folder";
export const ofLoopbackOrAll = "127.0.0.1, or 0.0.0.0 with DATABASE_URL";

// scripts/show-settings.ts
export const fromDefault = "default";
export const fromFile = "from .env";
export const fromEnvironment = "from the environment";
export const fromEnvironmentBefore = "from the environment, which comes before the other value in .env";
export const documentTitle = "# Settings";
export const documentWords =
  "From the environment, or from a file `.env` in this folder; where both say something the environment holds. `npx moot settings`\nshows what is in force and where it comes from, without secrets. A name that begins with `MOOT_` and is not in this table, a value that\nwould do nothing, and an address that cannot be read as it was meant stop the start with a sentence each.";
export const documentEnd =
  "This page is written by `npx moot settings --markdown` from the schema that reads the settings (`platform/settings.ts`).";

// bin/host-commands.ts
export const showWhatIsInForce =
  "show every setting that is in force and where it comes from, without secrets, and say what is wrong with them";
export const writeABackup =
  "write the whole database into one file while the site runs, as it is at one instant";
export const tryABackup =
  "restore a backup into a scratch database, compare every count, check it, and see that ballots are refused";
export const restoreABackup = "fill an empty database from a backup, and check it as above";
export const bringTheDatabaseUp =
  "bring the database up to this version, as a start does; with --plan only say what would be locked and how large it is";

// platform/provider-settings.ts
export const isNoIssuer =
  "{name} is not the address of an issuer: it begins with https:// (http:// only for this machine) and has neither a query nor a name and password in it.";
export const providerLacks = "{prefix}_… is set in part: {missing} is missing.";
export const issuerIsThereTwice = "{issuer} is set twice among MOOT_OIDC_…: one button is enough.";
