import fc from "fast-check";
import { expect, test } from "vitest";
import { databaseAddressProblem, saidPlace, shownDatabaseAddress } from "./database-address";

const problem = (text: string) => databaseAddressProblem("DATABASE_URL", text);

test.each([
  ["postgresql://moot:pass@db.example:5432/moot", "moot at db.example:5432"],
  ["postgres://moot@db.example/moot", "moot at db.example:5432"],
  ["postgresql://moot:p@ss@db.example/moot", "moot at db.example:5432"],
  ["postgresql://moot:p%2Fw%23@db.example/moot", "moot at db.example:5432"],
  ["postgresql://moot@/moot?host=/run/postgresql", "moot at /run/postgresql/.s.PGSQL.5432"],
  ["postgresql:///moot?host=/run/postgresql&user=moot", "moot at /run/postgresql/.s.PGSQL.5432"],
  ["postgresql://moot@%2Frun%2Fpostgresql/moot", "moot at /run/postgresql/.s.PGSQL.5432"],
  ["postgresql://moot@db.example/moot?sslmode=no-verify", "moot at db.example:5432"],
  ["postgresql://moot@db.example/moot?schema=public", "moot at db.example:5432"],
])("%s is understood", (text, place) => {
  expect(problem(text)).toBeUndefined();
  expect(saidPlace(text)).toBe(place);
});

test.each([
  ["postgresql://a.example,b.example/moot", /several hosts/],
  ["postgresql://moot@db.example/moot?schema=other", /“schema”.*schema public/],
  ["postgresql://moot@db.example/moot?pgbouncer=true", /“pgbouncer”/],
  ["postgresql://moot@db.example/moot?target_session_attrs=read-write", /“target_session_attrs”/],
])("%s is refused, and told why", (text, sentence) => {
  expect(problem(text)).toMatch(sentence);
});

/** Each has a password "Zm9v", one of these signs, "YmFy", and was pasted somehow. */
const pasted = (sign: string): string[] => {
  const password = `Zm9v${sign}YmFy`;
  return [
    `postgresql://moot:${password}@127.0.0.1:1/moot`,
    `mysql://moot:${password}@h/m`,
    `DATABASE_URL=postgresql://moot:${password}@h/m`,
    `jdbc:postgresql://h/m?password=${password}`,
    `host=x password=${password}`,
    `127.0.0.1/moot?password=${password}`,
    `postgresql://h/m?passwort=${password}&schema=x`,
    `postgresql://moot:12${sign}${password}@h/m`,
  ];
};

test.each(["/", "#", "?", "@", ":", "%", "@Ym#", "&x=", " "])(
  "whatever a password with “%s” is pasted into, no word of it is said or shown",
  (sign) => {
    for (const text of pasted(sign)) {
      const said = [problem(text) ?? "", shownDatabaseAddress(text)].join(" ");
      expect(said, text).not.toMatch(/Zm9v|YmFy/);
    }
  },
);

test.each(["/", "#", "?"])("a password with “%s” is refused with the hint how to write it", (sign) => {
  expect(problem(pasted(sign)[0] ?? "")).toMatch(/percent-encoded: \/ as %2F/);
});

test("an encoded password of any signs is understood and never shown", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (rest) => {
      const text = `postgresql://moot:${encodeURIComponent(`Zm9v${rest}`)}@db.example/moot`;
      expect(problem(text)).toBeUndefined();
      expect(shownDatabaseAddress(text)).toBe("postgresql://moot:…@db.example:5432/moot");
    }),
  );
});
