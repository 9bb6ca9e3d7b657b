import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow } from "@/scripts/files";

const review = readFileSync("docs/SECURITY-REVIEW.md", "utf8");
const rows = review
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, number = ""]) => /^\d+\.\d+\.\d+$/.test(number));

/** How many requirements of levels 1 and 2 the standard has, by chapter (OWASP ASVS 5.0.0). */
const IN_CHAPTER = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

test("every number of levels 1 and 2 is there once, with a verdict", () => {
  const numbers = rows.map(([, number]) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  const counts = IN_CHAPTER.map(
    (_, at) => numbers.filter((number) => number?.startsWith(`${at + 1}.`)).length,
  );
  expect(counts).toEqual(IN_CHAPTER);
  for (const [, number, , verdict = ""] of rows) expect(["met", "not met", "n/a"], number).toContain(verdict);
});

test("what is met names a file that shows it, and every file named is there", () => {
  for (const [, number, , verdict, shown = ""] of rows) {
    const files = [...shown.matchAll(/`([^`]+\.\w+)`/g)].map(([, file = ""]) => file);
    if (verdict === "met") expect(files.length, number).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(file), `${number}: ${file}`).toBe(true);
  }
});

test("the sum that it begins with is its own", () => {
  const of = (verdict: string) => rows.filter((row) => row[3] === verdict).length;
  expect(review).toContain(
    `Of ${rows.length} numbers ${of("met")} are met, ${of("not met")} are not, and ${of("n/a")} do not apply.`,
  );
});

/** A method of node:crypto's, of next-auth's or of Argon2's; a random UUID is a name and keeps no secret. */
const METHODS = /import \{([^}]+)\} from "(?:node:crypto|next-auth\/jwt|@node-rs\/argon2)"/;
const NAMES_ALONE = /^\s*randomUUID\s*$/;

test("every file of the site that uses a method of cryptography is in the inventory (11.1.2)", () => {
  const inventory = review.slice(review.indexOf("What is done by which method"), review.indexOf("## 12"));
  const files = filesBelow("domain", "platform", "web").filter((file) => /(?<!\.test)\.ts$/.test(file));
  const using = files.filter((file) => {
    const [, words = "randomUUID"] = METHODS.exec(readFileSync(file, "utf8")) ?? [];
    return !NAMES_ALONE.test(words);
  });
  expect(using.length).toBeGreaterThan(15);
  expect(using.filter((file) => !inventory.includes(`\`${file}\``))).toEqual([]);
});
