import type { Page } from "@playwright/test";
import { barriers } from "./accessibility";
import { publishAnArticle } from "./articles";
import { login } from "./cast";
import * as discussion from "./discussion";
import { field, item, once, own, someone } from "./discussion";
import { expect, test } from "./story";

/** Writing: what the keys, a paste and a selection do for whoever writes, and what is never lost from sight. */

let article = "";
test.beforeAll(async () => {
  article = await publishAnArticle();
});

const says = (page: Page, body: string) => discussion.says(page, article, body);
const open = (page: Page, id: string) => discussion.open(page, article, id);

/** As a browser tells of a paste. */
async function paste(page: Page, plain: string, html = ""): Promise<void> {
  await field(page).evaluate(
    (area, [plain, html]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", plain ?? "");
      if (html) clipboardData.setData("text/html", html);
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [plain, html],
  );
}

const select = (page: Page, from: number, to: number) =>
  field(page).evaluate(
    (area: HTMLTextAreaElement, [from, to]) => area.setSelectionRange(from ?? 0, to ?? 0),
    [from, to],
  );

/** The same list as Google Docs and as Word put it on the clipboard. */
const GOOGLE = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-weight:700">Bold</span><span style="font-weight:400"> and a </span><a href="https://example.org/" style="color:#1155cc"><span>link</span></a><span>, not </span><a href="javascript:alert(1)">this</a></p><ul><li dir="ltr" style="list-style-type:disc"><p dir="ltr"><span>one</span></p></li><li><p><span>two</span></p></li></ul></b>`;
const WORD = `<html><body><!--StartFragment--><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>one</p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span>inside</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><b>two</b></p><p class=MsoNormal>After</p><!--EndFragment--></body></html>`;

/**
 * What other sites and programs put there, and what it is here. Reported at mixmark-io/turndown#337 (struck words), #278 and #313 (links round
 * blocks), markdown-it/markdown-it#1013 (marks beside punctuation), Expensify/App#85907 and WordPress/gutenberg#41464 (emoji as pictures),
 * TobiasMue91/tobiasmue91.github.io#79 (tables, ticked boxes), ckeditor/ckeditor5-paste-from-office#20 (what Google Docs raises).
 */
const PASTED = [
  [
    "<p>old <del>price</del> <span style='text-decoration:line-through'>gone</span></p>",
    "old ~~price~~ ~~gone~~",
  ],
  ["<p>10<sup>6</sup> H<sub>2</sub>O, 1<sup>st</sup></p>", "10⁶ H₂O, 1st"],
  [
    "<p><b>Hi</b> <img alt='😀' src='a'> <img alt=':tada:' src='b'><img alt='A photo' src='c'></p>",
    "**Hi** 😀 :tada:",
  ],
  [
    "<a href='https://a.example/x'><h3>Title</h3><p>Words</p></a>",
    "### [Title](https://a.example/x)\n\nWords",
  ],
  ["<p><b>Note:</b>text, word<i>(x)</i>y, <b><strong>z</strong></b></p>", "**Note**:text, word(*x*)y, **z**"],
  ["<table><tr><th>Name<th>Age<tr><td><p>Ann</p><td>3</table>", "Name | Age  \nAnn | 3"],
  ["<ul><li><input type=checkbox checked> done<li><input type=checkbox> not</ul>", "- ☑ done\n- ☐ not"],
] as const;

test("keys and buttons set marks, a paste keeps its links and lists, and Ctrl+Enter sends", async ({
  page,
  browser,
}) => {
  const { page: bos } = await someone(browser, "Bo");
  const id = await says(bos, once("Answer me with a list."));
  await login(page, "Cy");
  await own(await open(page, id), "Reply").click();
  await field(page).fill("one two");
  await select(page, 4, 7);
  await page.keyboard.press("Control+b");
  await expect(field(page)).toHaveValue("one **two**");
  await page.getByRole("button", { name: "Bold" }).click();
  await expect(field(page)).toHaveValue("one two");
  await paste(page, "https://example.org/a_(b)");
  await expect(field(page)).toHaveValue("one [two](https://example.org/a_%28b%29)");
  await page.keyboard.press("Control+z");
  await expect(field(page)).toHaveValue("one two");

  await field(page).fill("");
  await paste(page, "plain", GOOGLE);
  await expect(field(page)).toHaveValue(
    "**Bold** and a [link](https://example.org/), not this\n\n- one\n- two",
  );
  await field(page).fill("");
  await paste(page, "plain", WORD);
  await expect(field(page)).toHaveValue("- one\n  - inside\n- **two**\n\nAfter");
  for (const [html, markdown] of PASTED) {
    await field(page).fill("");
    await paste(page, "plain", html);
    await expect(field(page)).toHaveValue(markdown);
  }
  expect(await barriers(page)).toEqual([]);

  // misskey-dev/misskey#15379, yury-dymov/react-autocomplete-input#60: what was completed can be undone as it was typed.
  await field(page).fill("");
  await field(page).pressSequentially("Thanks, @bo");
  await expect(page.getByRole("option", { selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue(/^Thanks, @bo-\w+ $/);
  await page.keyboard.press("Control+z");
  await expect(field(page)).toHaveValue("Thanks, @bo");

  const words = once("Sent by the keyboard.");
  await field(page).fill(words);
  await page.keyboard.press("Control+Enter");
  await expect(item(page, id).locator("ol > li").filter({ hasText: words })).toBeVisible();
  await expect(field(page)).toHaveCount(0);
});

test("what was begun is seen before the box is opened, and what is selected can be quoted", async ({
  page,
  browser,
}) => {
  const { page: bos } = await someone(browser, "Bo");
  const id = await says(bos, once("Quote me if you like."));
  await login(page, "Cy");
  const comment = await open(page, id);
  await page.getByRole("link", { name: "Add to the discussion" }).click();
  await field(page).fill("Begun and left.");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("link", { name: "Your draft: Begun and left." })).toBeVisible();
  await open(page, id);
  await expect(page.getByRole("link", { name: "Your draft: Begun and left." })).toBeVisible();

  await expect(page.getByRole("button", { name: "Quote in a reply" })).toHaveCount(0);
  await comment.locator("> div[dir] p").selectText();
  await page.getByRole("button", { name: "Quote in a reply" }).click();
  await expect(field(page)).toHaveValue(/^> Quote me if you like/);
  await page.getByRole("button", { name: "Close" }).click();
  await expect(own(comment, "draft")).toHaveCount(0);
});

test("a comment says whose its buttons are, its menu where it stands, and what one gave stays in sight", async ({
  page,
  browser,
}) => {
  const { page: bos, player: bo } = await someone(browser, "Bo");
  const id = await says(bos, once("Not everybody will agree."));
  await login(page, "Cy");
  const comment = await open(page, id);
  await expect(comment.getByRole("heading", { name: bo.name })).toBeVisible();
  await expect(comment.getByRole("link", { name: `Reply to ${bo.name}` })).toBeVisible();
  const more = comment.getByRole("link", { name: `about ${bo.name}’s comment` });
  await expect(more).toHaveAttribute("aria-expanded", "false");
  await more.click();
  await expect(more).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("button", { name: "Not convinced" }).click();
  await expect(more).toHaveAttribute("aria-expanded", "false");
  const given = own(comment, "Not convinced");
  await expect(given).toHaveAttribute("aria-pressed", "true");
  await given.click();
  await expect(given).toHaveCount(0);
});
