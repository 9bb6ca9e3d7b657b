import "server-only";

import { STATUS_CODES } from "node:http";
import { say } from "@/messages/say";
import type { Problem } from "./problem";
import { BODY_LIMIT, tooLarge } from "./read-body";
import * as t from "#messages/api";
import * as polls from "#messages/polls";

export const INFO = {
  title: "Moot",
  version: "1",
  license: { name: "MIT", identifier: "MIT" },
  description: [
    "Articles that end in a question, the poll on it and the argument under it.",
    "**Signing in.** `POST /api/v1/session` sets the session cookie; send it with every later request.",
    `**Writing.** A request that a browser sends from another site's page is refused (403): where \`Origin\` is sent it must be this site's own, and where \`Sec-Fetch-Site\` is sent it must be \`same-origin\` or \`none\`. A program sends neither. Bodies are JSON, ${BODY_LIMIT / 1024} KiB at most; a plain HTML form may post the same fields and is redirected (303).`,
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

/** Seconds to wait, in examples. */
const WAIT = 12;

const SENTENCES: Record<number, string> = {
  400: t.thatIsNotValidJson,
  401: t.pleaseSignInFirst,
  403: t.thisRequestCameFromAnother,
  404: t.pageNotFound,
  409: polls.resultIsFinal,
  413: tooLarge(BODY_LIMIT).message,
  415: t.pleaseSendJson,
  422: polls.pleaseWriteSomething,
  429: say(t.tooManyRequests, { wait: WAIT }),
  500: t.somethingWentWrongLogged,
  503: t.mootCannotReachItsDatabase,
};

export const problemExample = (status: number): Problem => ({
  type: "about:blank",
  title: STATUS_CODES[status] ?? "",
  status,
  detail: SENTENCES[status] ?? "",
  ...(status === 422 && { fields: { body: polls.pleaseWriteSomething } }),
  ...(status === 429 && { retryAfter: WAIT }),
  ...(status === 503 && { retryAfter: 2 }),
});
