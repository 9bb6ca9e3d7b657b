import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import type { DemoPart } from "@/domain/members/schema";
import { moot } from "./moot";

export type Player = { handle: string; name: string; email: string; password: string };

/** What everyone in the stories signs in with. */
export const PASSWORD = "a play of many parts";

/** Somebody nobody has been before; not signed up yet. */
export function somebody(name = "Fay"): Player {
  const handle = `${name.toLowerCase()}-${randomBytes(5).toString("hex")}`;
  return { handle, name: `${name} ${handle.slice(-4)}`, email: `${handle}@example.org`, password: PASSWORD };
}

/** `const bo = await login(page, "Bo")`: a new reader of that name, signed up and signed in in this page's browser. */
export async function login(page: Pick<Page, "request">, name?: string): Promise<Player> {
  const player = somebody(name);
  expect((await page.request.post("/api/v1/members", { data: player })).status()).toBe(201);
  return player;
}

/** Signs this page's browser in as one of the sample cast: Bo reads, Ada moderates, Eve edits. */
export async function loginAs(page: Pick<Page, "request">, part: DemoPart): Promise<void> {
  expect((await page.request.post("/api/v1/session/demo", { data: { as: part } })).status()).toBe(200);
}

/** A moderator beside Ada (or an admin), whom the operator made one; signed in in this page's browser. */
export async function loginAsAnotherModerator(
  page: Pick<Page, "request">,
  name = "Max",
  role: "moderator" | "admin" = "moderator",
): Promise<Player> {
  const player = somebody(name);
  const { email, password, ...known } = player;
  const said = Object.entries({ ...known, role, password }).flatMap(([what, word]) => [`--${what}`, word]);
  await moot("member", "add", email, ...said);
  expect((await page.request.post("/api/v1/session", { data: { email, password } })).status()).toBe(200);
  return player;
}
