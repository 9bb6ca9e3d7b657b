import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { anEditor, type Player } from "@/test/cast";
import { archivePath, yearIn } from "./listing";
import { articlesOfYear, yearsOfArticles } from "./archive";
import { publish } from "./commands";
import { operator } from "./policy";
import { unpublish } from "./unpublish";

let eve: Player;
beforeAll(async () => {
  eve = await anEditor();
});

async function publishedOn(day: string): Promise<string> {
  const slug = `of-${day}-${randomBytes(6).toString("hex")}`;
  await publish(
    `---\ntitle: T\nslug: ${slug}\nstandfirst: S.\nauthor: Eve\ndate: ${day}\n---\nTea ${slug}.\n`,
    operator,
  );
  return slug;
}

test("an article is in the archive of its year, from the first moment to the last, and in no other", async () => {
  const [first, last, before] = [
    await publishedOn("1931-01-01"),
    await publishedOn("1931-12-31"),
    await publishedOn("1929-12-31"),
  ];
  expect((await articlesOfYear(1931, null)).items.map(({ slug }) => slug)).toEqual([last, first]);
  expect((await articlesOfYear(1929, null)).items.map(({ slug }) => slug)).toEqual([before]);
  await expect(articlesOfYear(1930, null)).rejects.toMatchObject({ status: 404 });
  const years = await yearsOfArticles();
  expect(years.filter((year) => year < 1940)).toEqual([1931, 1929]);
  expect(years).toEqual([...new Set(years)].sort((one, other) => other - one));
});

test("a year is no more in it once nothing of it can be read", async () => {
  const slug = await publishedOn("1905-06-01");
  expect(await yearsOfArticles()).toContain(1905);
  await unpublish(slug, eve);
  expect(await yearsOfArticles()).not.toContain(1905);
  await expect(articlesOfYear(1905, null)).rejects.toMatchObject({ status: 404 });
});

test("a year in an address has one spelling", () => {
  expect(yearIn(archivePath(1931).replace("/archive/", ""))).toBe(1931);
  for (const wrong of ["", "31", "01931", "1931.0", "nineteen", "9999", "0999", "١٩٣١"])
    expect(yearIn(wrong)).toBeNull();
});
