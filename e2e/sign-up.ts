import type { Page } from "@playwright/test";
import { FILLED_IN_AFTER } from "@/domain/members/joining/joining";

/** Agrees to the rules, and sends the form no faster than a person would. */
export async function sendSignUp(page: Page, button = "Sign up"): Promise<void> {
  await page.getByLabel("I agree to the house rules").check();
  await page.getByLabel("I am at least 16 years old").check();
  await page.waitForTimeout(FILLED_IN_AFTER);
  await page.getByRole("button", { name: button }).click();
}
