import { barriers } from "./accessibility";
import { publishAnArticle } from "./articles";
import { login, loginAs } from "./cast";
import { moot } from "./moot";
import { expect, test } from "./story";

/** The last word of a side, in the record of the debate: to the author of its best case, once somebody has looked at it. */
test.use({ javaScriptEnabled: false });

test("a side replies after the close; it waits, an editor lets it in, and it stands in the record until it is taken back", async ({
  page: bo,
  browser,
}) => {
  const article = await publishAnArticle();
  await moot("seed", "debate", "--article", article.split("/").at(-1) ?? "");
  await login(bo, "Bo");
  const door = `/api/v1${article}`;
  await bo.request.put(`${door}/poll/vote`, { data: { option: "approach" } });
  const posted = await bo.request.post(`${door}/comments`, {
    data: { body: "One asks what is known, the other who has changed.", showStance: true },
  });
  const { comment } = (await posted.json()) as { comment: { id: string } };

  const eve = await (await browser.newContext()).newPage();
  await loginAs(eve, "editor");
  for (const [path, data] of [
    ["pass", {}],
    ["cases/approach", { comment: comment.id }],
    ["close", {}],
  ] as const)
    expect((await eve.request.put(`${door}/poll/${path}`, { data })).ok(), path).toBe(true);

  const words = "We were heard, and so were they.";
  await bo.goto(`${article}/vote`);
  await bo.getByLabel("Your side’s reply, for the record").fill(words);
  await bo.getByRole("button", { name: "Add to the record" }).click();
  await expect(bo.getByText("Your reply is pending")).toBeVisible();
  await bo.goto(`${article}/record`);
  await expect(bo.getByText(words)).toHaveCount(0);

  await eve.goto("/inbox");
  await eve
    .getByRole("link", { name: /side’s reply/ })
    .first()
    .click();
  await expect(eve).toHaveURL(`${article}/replies`);
  await expect(eve.getByText(words)).toBeVisible();
  const session = await eve.context().storageState();
  const looking = await (
    await browser.newContext({ javaScriptEnabled: true, storageState: session })
  ).newPage();
  await looking.goto(`${article}/replies`);
  expect(await barriers(looking)).toEqual([]);
  await eve.getByRole("button", { name: "Leave out" }).click();
  await expect(eve.getByRole("alert")).toBeVisible();
  await eve.getByRole("button", { name: "Add to the record" }).click();
  await expect(eve.getByText("It is in the record.")).toBeVisible();
  await eve.goto(`${article}/record`);
  await expect(eve.getByRole("region", { name: "Each side’s reply" })).toContainText(words);

  await bo.goto("/inbox");
  await expect(bo.getByText("was approved and is in the record of the debate")).toBeVisible();
  await bo.goto(`${article}/vote`);
  await bo.getByRole("button", { name: "Withdraw reply" }).click();
  await bo.goto(`${article}/record`);
  await expect(bo.getByText(words)).toHaveCount(0);
});
