import "server-only";

import { STATUS_CODES } from "node:http";
import type { Problem } from "./problem";

export const INFO = {
  title: "Moot",
  version: "1",
  license: { name: "MIT", identifier: "MIT" },
  description: [
    "Articles that end in a question, the poll on it and the argument under it.",
    "**Signing in.** `POST /api/v1/session` sets the session cookie; send it with every later request.",
    "**Writing.** A request that a browser sends from another site's page is refused (403): where `Origin` is sent it must be this site's own, and where `Sec-Fetch-Site` is sent it must be `same-origin` or `none`. A program sends neither. Bodies are JSON, 64 KiB at most; a plain HTML form may post the same fields and is redirected (303).",
    "**Once.** Give every POST an `Idempotency-Key`; the same key with the same body gets the same answer.",
    "**Problems** are `application/problem+json` (RFC 9457), with a `detail` a person can read and, for wrong input, a sentence for each of the `fields`.",
    "**Pages.** A list has `items` and `next`, an opaque cursor: ask again with `after` set to it until it is null. Times are ISO 8601 in UTC. Ids are UUIDs that sort by time.",
  ].join("\n\n"),
};

/** The id in examples of requests. */
export const EXAMPLE_ID = "01890000-0000-7000-8000-000000000000";

export const TAGS = [
  { name: "Articles", description: "Articles and their text." },
  { name: "Comments", description: "The argument under an article." },
  { name: "Poll", description: "The question, its votes, and what the argument changed." },
  { name: "Members", description: "Signing in, accounts and profiles." },
  { name: "Inbox", description: "Your notices." },
  { name: "Following", description: "What you follow, what you have muted, and what is new there." },
  { name: "Search", description: "Articles, comments and members by their words." },
  { name: "Moderation", description: "Queues, decisions, and the rights of those affected." },
  { name: "Transparency", description: "How the site is moderated, in figures and statements." },
];

export const SECURITY = (sessionCookie: string) => ({
  session: {
    type: "apiKey",
    in: "cookie",
    name: sessionCookie,
    description: "Set by `POST /api/v1/session` and `POST /api/v1/members`.",
  },
  redress: {
    type: "apiKey",
    in: "cookie",
    name: "moot-redress",
    description: "Set instead of a session when a banned member signs in.",
  },
});

/** Reading these is allowed to everybody, always. */
export const OPEN_TO_ALL: ReadonlySet<string> = new Set(["/articles", "/articles/{slug}", "/me", "/rules"]);

const SENTENCES: Record<number, string> = {
  400: "That is not valid JSON.",
  401: "Please sign in first.",
  403: "This request came from another site, so it was refused.",
  404: "Page not found.",
  409: "This has changed since you opened it.",
  413: "That is too large: the limit is 64 KiB.",
  415: "Please send JSON, or a form.",
  422: "Please write something.",
  429: "Too many requests. Please wait 12 seconds and try again.",
  500: "Something went wrong on our side. The error has been logged.",
  503: "The database is not responding. Your text is safe; please try again in a moment.",
};

export const problemExample = (status: number): Problem => ({
  type: "about:blank",
  title: STATUS_CODES[status] ?? "",
  status,
  detail: SENTENCES[status] ?? "",
  ...(status === 422 && { fields: { body: "Please write something." } }),
  ...(status === 429 && { retryAfter: 12 }),
  ...(status === 503 && { retryAfter: 2 }),
});
