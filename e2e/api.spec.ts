import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { effort } from "@/test/effort";
import { barriers } from "./accessibility";
import { expect, test } from "./story";

/** The promise to whoever writes a program: the API is found from any page, can be read there, and costs readers nothing. */

for (const colorScheme of effort<("light" | "dark")[]>(["dark"], ["light", "dark"]))
  test(`the API's page is found in the footer, reads itself, and breaks no policy (${colorScheme})`, async ({
    page,
  }) => {
    const broken: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") broken.push(message.text());
    });
    page.on("pageerror", (error) => broken.push(error.message));
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    await page.getByRole("contentinfo").getByRole("link", { name: "API" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("API");
    await page.getByText("/articles/{slug}/poll/vote", { exact: false }).first().click();
    await expect(page.getByText("Idempotency-Key").last()).toBeAttached();
    await expect(page.getByRole("region", { name: /^Body of PUT .*\/poll\/vote$/ })).toBeVisible();
    expect(broken).toEqual([]);
    // In the short run by who finds this page by clicking, before it is unfolded (a-way-to-every-page.spec.ts).
    if (effort(false, true)) expect(await barriers(page)).toEqual([]);
  });

test("the API's page is read and opened without script", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/api");
  await page.getByText("/articles/{slug}/poll/vote").first().click();
  await expect(page.getByRole("region", { name: /^Body of PUT .*\/poll\/vote$/ })).toBeVisible();
  await page.getByRole("link", { name: "description" }).click();
  await expect(page).toHaveURL(/openapi\.json$/);
});

test("no schema library and no message formatter is sent to a browser", () => {
  const folder = ".next/static";
  const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  );
  expect(scripts.length).toBeGreaterThan(5);
  const containing = (words: RegExp) =>
    scripts.filter((file) => words.test(readFileSync(join(folder, file), "utf8")));
  expect(containing(/ZodError|IntlMessageFormat/)).toEqual([]);
});
