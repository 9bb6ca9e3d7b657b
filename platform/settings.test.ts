import { expect, test } from "vitest";
import { readSettings, SettingsProblem, type Environment } from "./settings";

const production: Environment = {
  DATABASE_URL: "postgresql://moot:pass@db.example:5432/moot",
  MOOT_SECRET: "thirty-two bytes or more of secret",
  MOOT_URL: "https://moot.example/",
};
const embedded: Environment = { ...production, MOOT_URL: undefined, MOOT_EMBEDDED: "1" };

function complaints(environment: Environment): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsProblem) return error.sentences;
    throw error;
  }
}

test("with a database of somebody's it is production: no demo, open to the network, no slash after its address", () => {
  expect(readSettings(production)).toMatchObject({
    production: true,
    demo: false,
    host: "0.0.0.0",
    port: 3000,
    siteUrl: "https://moot.example",
  });
});

test("the embedded default is a demo for this machine alone, and MOOT_DEMO=0 leaves the demo out", () => {
  const settings = readSettings({ ...embedded, PORT: "4000" });
  expect(settings).toMatchObject({ demo: true, host: "127.0.0.1", siteUrl: "http://localhost:4000" });
  expect(readSettings({ ...embedded, MOOT_DEMO: "0" })).toMatchObject({ demo: false, host: "127.0.0.1" });
});

test("production refuses to start without a secret and an address, and names both at once", () => {
  const missing = complaints({ DATABASE_URL: production.DATABASE_URL, MOOT_SECRET: "" });
  expect(missing).toHaveLength(2);
  expect(missing[0]).toMatch(/^MOOT_SECRET is not set/);
  expect(missing[1]).toMatch(/^MOOT_URL is not set/);
});

test.each([
  [{ MOOT_SECRET: "short" }, /^MOOT_SECRET must be at least 32 bytes/],
  [{ MOOT_URL: "ftp://moot.example" }, /^MOOT_URL must be an address such as https:/],
  [{ MOOT_URL: "javascript:alert(1)" }, /^MOOT_URL must be an address/],
  [{ MOOT_URL: "https://moot.example/news" }, /without a path/],
  [{ MOOT_URL: "https://moot.example/?a=1" }, /^MOOT_URL must be an address/],
  [{ MOOT_URL: "https://moot.example/#top" }, /^MOOT_URL must be an address/],
  [{ MOOT_URL: "https://me:pw@moot.example" }, /^MOOT_URL must be an address(?!.*pw)/],
  [{ DATABASE_URL: "mysql://a@b/c" }, /^DATABASE_URL must be an address such as postgresql:/],
  [{ MOOT_TRUSTED_PROXIES: "127.0.0.1, caddy" }, /^MOOT_TRUSTED_PROXIES has “caddy”, which is neither/],
  [{ MOOT_TRUSTED_PROXIES: "*" }, /^MOOT_TRUSTED_PROXIES has “\*”/],
  [{ MOOT_TRUSTED_PROXIES: "10.0.0.0/33" }, /^MOOT_TRUSTED_PROXIES has “10\.0\.0\.0\/33”/],
  [{ MOOT_TRUSTED_PROXY: "127.0.0.1" }, /^MOOT_TRUSTED_PROXY is not .* Did you mean MOOT_TRUSTED_PROXIES\?$/],
  [{ MOOT_LIMIT: "off" }, /Did you mean MOOT_LIMITS\?$/],
  [{ MOOT_PORT: "80" }, /Did you mean PORT\?$/],
  [{ MOOT_DATABASE_URL: "x" }, /Did you mean DATABASE_URL\?$/],
  [{ MOOT_SPEED: "high" }, /^MOOT_SPEED is not a setting of Moot\. “moot settings” lists them all\.$/],
  [{ MOOT_EMBEDDED: "0" }, /^MOOT_EMBEDDED must be one of 1\.$/],
  [{ MOOT_CHECK_URL: "garbage", MOOT_CHECK_SECRET: "x" }, /^MOOT_CHECK_URL must be an address/],
  [{ MOOT_CHECK_URL: "https://check.example" }, /^MOOT_CHECK_URL is set without MOOT_CHECK_SECRET/],
  [{ MOOT_CHECK_SECRET: "x" }, /^MOOT_CHECK_SECRET is set without MOOT_CHECK_URL/],
  [{ MOOT_DATA: "/srv/data" }, /^MOOT_DATA is the folder of the embedded database/],
  [{ MOOT_DEMO: "1" }, /^MOOT_DEMO=1 only works/],
  [{ NEXTAUTH_SECRET: "another secret of more than 32 bytes" }, /both set, and differ/],
  [{ NEXTAUTH_URL: "https://other.example" }, /^NEXTAUTH_URL is not used/],
  [{ MOOT_DATABASE_CONNECTIONS: "1" }, /^MOOT_DATABASE_CONNECTIONS must be a number from 2 to 500\.$/],
  [{ MOOT_DATABASE_CONNECTIONS: "0x10" }, /^MOOT_DATABASE_CONNECTIONS must be a number/],
  [{ PORT: "99999" }, /^PORT must be a number from 1 to 65535\.$/],
  [{ PORT: "three" }, /^PORT must be a number from 1 to 65535\.$/],
  ...["80.5", "0x10", "1e3", "true", " ", "\t", "0b11", "-1", "3000;", "３０００"].map(
    (port): [Environment, RegExp] => [{ PORT: port }, /^PORT must be a number from 1 to 65535\.$/],
  ),
  ...["soon", "0x10", "1e1", "true", " ", "0", "61", "2s"].map((wait): [Environment, RegExp] => [
    { MOOT_DATABASE_WAIT: wait },
    /^MOOT_DATABASE_WAIT must be a number of seconds from 1 to 60\.$/,
  ]),
  [{ MOOT_LIMITS: "no" }, /^MOOT_LIMITS must be one of on, off\.$/],
  [{ MOOT_SMTP: "mail.example" }, /^MOOT_SMTP must be an address such as smtp:/],
  [{ MOOT_SMTP: "https://mail.example" }, /^MOOT_SMTP must be an address/],
  [{ MOOT_SMTP: "smtp://mail.example/a", MOOT_MAIL_FROM: "a@b.example" }, /^MOOT_SMTP must be an address/],
  [{ MOOT_SMTP: "smtp://mail.example" }, /^MOOT_MAIL_FROM is not set/],
  [{ MOOT_MAIL_FROM: "Moot <a@b.example>" }, /^MOOT_MAIL_FROM must be a plain address/],
  [{ MOOT_MAIL_FROM: "a@b.example, c@d.example" }, /^MOOT_MAIL_FROM must be a plain address/],
  [{ MOOT_LIMITS: "off" }, /^MOOT_LIMITS=off is for benchmarks/],
])("%j is refused in one sentence", (wrong, sentence) => {
  const said = complaints({ ...production, ...wrong });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(sentence);
});

test("limits may be off in production on the loopback interface, where only the operator can reach them", () => {
  expect(readSettings({ ...production, MOOT_LIMITS: "off", MOOT_HOST: "127.0.0.1" }).limits).toBe(false);
});

test("an address has one spelling, however it is typed", () => {
  expect(readSettings({ ...production, MOOT_URL: "https://MOOT.example:443/" }).siteUrl).toBe(
    "https://moot.example",
  );
});

test("a setting of a database of somebody's is refused beside the one that comes along", () => {
  const said = complaints({ ...embedded, MOOT_MIGRATION_URL: "postgresql://owner@db.example/moot" });
  expect(said).toEqual([expect.stringMatching(/^MOOT_MIGRATION_URL needs DATABASE_URL, which is not set/)]);
});

test("mails are sent where there is a server, kept on one's own machine, and else there are none", () => {
  expect(readSettings(embedded).mail).toBe("mailbox");
  expect(readSettings(production).mail).toBe("none");
  const MOOT_MAIL_FROM = "moot@example.org";
  const from = (MOOT_SMTP: string) => readSettings({ ...production, MOOT_SMTP, MOOT_MAIL_FROM }).smtp;
  expect(from("smtp://us%40er:p%3Aw@mail.example")).toEqual({
    host: "mail.example",
    port: 587,
    secure: false,
    requireTls: true,
    user: "us@er",
    password: "p:w",
  });
  expect(from("smtps://mail.example")).toEqual({
    host: "mail.example",
    port: 465,
    secure: true,
    requireTls: false,
  });
  expect(from("smtp://127.0.0.1:2525")).toMatchObject({ port: 2525, requireTls: false });
  expect(from("smtp://relay:25?tls=off")).toMatchObject({ host: "relay", port: 25, requireTls: false });
});

test("a provider is set whole or not at all, by the address of an issuer, and called by its host unless it has a name", () => {
  const one = {
    MOOT_OIDC_ISSUER: "https://sso.example/realms/people",
    MOOT_OIDC_CLIENT_ID: "moot",
    MOOT_OIDC_CLIENT_SECRET: "s",
  };
  const two = {
    MOOT_OIDC_2_ISSUER: "https://accounts.example/",
    MOOT_OIDC_2_CLIENT_ID: "moot",
    MOOT_OIDC_2_CLIENT_SECRET: "s",
    MOOT_OIDC_2_NAME: "Accounts",
  };
  expect(readSettings({ ...production, ...one, ...two }).providers).toMatchObject([
    { id: "oidc", issuer: "https://sso.example/realms/people", name: "sso.example" },
    { id: "oidc-2", issuer: "https://accounts.example/", name: "Accounts" },
  ]);
  expect(readSettings(production).providers).toEqual([]);
  expect(complaints({ ...production, ...one, MOOT_OIDC_CLIENT_ID: "" })).toEqual([
    "MOOT_OIDC_… is set in part: MOOT_OIDC_CLIENT_ID is missing.",
  ]);
  expect(complaints({ ...production, MOOT_OIDC_3_NAME: "Nobody" })).toHaveLength(1);
  expect(
    complaints({ ...production, ...one, ...two, MOOT_OIDC_2_ISSUER: one.MOOT_OIDC_ISSUER }),
  ).toHaveLength(1);
  for (const wrong of [
    "sso.example",
    "http://sso.example",
    "https://u:p@sso.example",
    "https://sso.example/?a",
    "ftp://x",
  ])
    expect([wrong, complaints({ ...production, ...one, MOOT_OIDC_ISSUER: wrong }).length]).toEqual([
      wrong,
      1,
    ]);
  expect(complaints({ ...production, ...one, MOOT_OIDC_ISSUER: "http://127.0.0.1:9000" })).toEqual([]);
});
