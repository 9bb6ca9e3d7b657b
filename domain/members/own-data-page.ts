import "server-only";

import type { Member } from "./member";
import { commentsOf, guessesOf, keptOf, mindChangesOf, votesOf, type Filled } from "./own-data";
import { WORDS } from "./own-data-words";
import { demandFreshProof } from "./reauthentication";
import { isSecurityKind, securitySentence } from "./security-event";
import { KIND_NAMES } from "@/domain/inbox/kind-names";
import { escapeHtml } from "@/domain/prose/safe-html";
import { LANGUAGE } from "#messages/locale";
import * as t from "#messages/own-data";
import { say } from "@/messages/say";

/**
 * The same copy of one's data as in `own-data.ts`, as a page for people, in pieces: whole in its HTML, so that it can be saved and read
 * anywhere.
 */
export async function ownDataPage(viewer: Member): Promise<AsyncGenerator<string>> {
  await demandFreshProof(viewer);
  return pieces(viewer);
}

async function* pieces(viewer: Member): AsyncGenerator<string> {
  yield head(say(t.dataOf, { handle: viewer.handle }));
  for (const [name, value] of Object.entries(inWords(await keptOf(viewer))))
    yield section(name, described(value));
  yield section("votes", ownOnly((await votesOf(viewer))?.map(asFilled)));
  yield section("guesses", ownOnly((await guessesOf(viewer))?.map(asFilled)));
  yield section("mindChanges", ownOnly((await mindChangesOf(viewer))?.map(described)));
  yield `<section><h2>${wordFor("comments")}</h2><ol>`;
  for await (const comment of commentsOf(viewer)) yield `<li>${described(comment)}</li>\n`;
  yield "</ol></section></main></body></html>\n";
}

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(KIND_NAMES));

/** What a program reads by its key people read by what it is called on their account page. */
const inWords = ({ securityEvents, notices, ...kept }: Awaited<ReturnType<typeof keptOf>>) => ({
  ...kept,
  securityEvents: securityEvents.map(({ kind, ...event }) => ({
    kind: isSecurityKind(kind) ? securitySentence(kind) : kind,
    ...event,
  })),
  notices: notices.map(({ kind, ...notice }) => ({ kind: NAMES.get(kind) ?? kind, ...notice })),
});

const head = (title: string): string => `<!doctype html>
<html lang="${LANGUAGE}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${escapeHtml(title)} · Moot</title><link rel="stylesheet" href="/plain.css"></head>
<body><header><a href="/account">${escapeHtml(t.account)}</a></header>
<main><h1>${escapeHtml(title)}</h1>
`;

const section = (name: string, html: string): string =>
  `<section><h2>${wordFor(name)}</h2>${html}</section>\n`;

const asFilled = ({ one, room }: Filled<unknown>): string => described(one) + " ".repeat(room);

/** What only one's own session opens. */
const ownOnly = (items: readonly string[] | undefined): string =>
  items ? listed(items) : `<p>${escapeHtml(t.votesStaySecret)}</p>`;

const listed = (items: readonly string[]): string =>
  items.length === 0
    ? `<p>${escapeHtml(t.none)}</p>`
    : `<ol>${items.map((item) => `<li>${item}</li>`).join("\n")}</ol>`;

/** A value as people read it: its parts by their names, text as it was written. */
function described(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (value instanceof Date)
    return `<time datetime="${value.toISOString()}">${escapeHtml(moment(value))}</time>`;
  if (typeof value === "boolean") return escapeHtml(value ? t.yes : t.no);
  if (Array.isArray(value)) return listed(value.map(described));
  if (typeof value === "object")
    return `<dl>${Object.entries(value)
      .map(([name, part]) => `<dt>${wordFor(name)}</dt><dd>${described(part)}</dd>`)
      .join("")}</dl>`;
  const text = escapeHtml(typeof value === "string" ? value : JSON.stringify(value));
  return text.includes("\n") ? `<pre>${text}</pre>` : text;
}

/** What has no word here is shown as it is called: fields of forms, for one. */
const wordFor = (name: string): string => escapeHtml(WORDS.get(name) ?? name);

/** Made once: a copy has tens of thousands of moments in it. */
const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
/** "6 December 2026, 11:00 UTC" */
const moment = (at: Date): string => `${MOMENT.format(at)} UTC`;
