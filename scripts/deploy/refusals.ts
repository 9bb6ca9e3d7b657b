import assert from "node:assert/strict";
import { request, type APIResponse } from "@playwright/test";

/** What a browser is shown where something stands in its way, by what that was. */
export async function refusals(baseURL: string): Promise<Map<string, string>> {
  const browser = await request.newContext({ baseURL, extraHTTPHeaders: { accept: "text/html" } });
  const foreign = { origin: "https://elsewhere.example" };
  const asked: Record<string, () => Promise<APIResponse>> = {
    "an address that leads nowhere": () => browser.get("/nope"),
    "an article that is not there": () => browser.get("/articles/nope"),
    "an id that is none": () => browser.get("/comments/nope"),
    "an address nobody can read": () => browser.get("/articles/%ff"),
    "an address without end": () => browser.get(`/articles/${"a".repeat(9_000)}`),
    "a method no page has": () => browser.put("/about"),
    "a form from elsewhere": () =>
      browser.post("/api/v1/session", { headers: foreign, form: { email: "a@example.org" } }),
    "a form that is too large": () =>
      browser.post("/api/v1/preview", {
        headers: { origin: baseURL },
        form: { body: "a".repeat(1_000_000) },
      }),
    "an address of the API": () => browser.get("/api/v1/articles/nope"),
  };
  const told = new Map<string, string>();
  for (const [what, ask] of Object.entries(asked)) {
    const answer = await ask();
    assert.ok(answer.status() >= 400, `${what} was answered ${answer.status()}.`);
    assert.match(answer.headers()["content-type"] ?? "", /^text\/html/, what);
    told.set(what, await answer.text());
  }
  await browser.dispose();
  return told;
}
