import type { MailItem, MailWords, Piece } from "./mail";
import * as t from "#messages/mail";
import { say } from "@/messages/say";

/** Wide enough to read; in the reader's own colours, light or dark. */
const HEAD =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  '<meta name="color-scheme" content="light dark"></head>' +
  '<body style="max-width:36em;font:16px/1.5 sans-serif;overflow-wrap:anywhere">';

/** A mail as plain text and as HTML. No picture, and no link but to this site. */
export function letterOf(words: MailWords, siteUrl: string): { text: string; html: string } {
  return { text: textOf(words, siteUrl), html: htmlOf(words, siteUrl) };
}

function textOf(
  { paragraphs, action, code, items = [], reasons = [], ways = [] }: MailWords,
  site: string,
): string {
  const end = [...reasons, ...ways.map(({ label, url }) => `${label}:\n${url}`), say(t.sentBySite, { site })];
  const text = [
    ...paragraphs,
    ...items.flatMap(itemAsText),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...(code === undefined ? [] : [say(t.orTypeThisCode, { code })]),
    `-- \n${end.join("\n\n")}`,
  ].join("\n\n");
  return `${text}\n`;
}

const itemAsText = ({ sentence, words, answers, label, url }: MailItem): string[] => [
  sentence,
  ...words.map((piece) => (piece.quoted ? quoted(piece.text) : piece.text)),
  `${label}:\n${url}`,
  ...(answers ? [answers.intro, ...answers.words.map(({ text }) => quoted(text))] : []),
];

const quoted = (text: string): string => text.replaceAll(/^/gm, "> ");

function htmlOf(
  { paragraphs, action, code, items = [], reasons = [], ways = [] }: MailWords,
  site: string,
): string {
  const small = [...reasons, say(t.sentBySite, { site })].map(escaped).join("<br>");
  return [
    HEAD,
    ...paragraphs.map(paragraph),
    ...items.map(itemAsHtml),
    ...(action ? [`<p><b>${link(action.url, action.label)}</b></p>`] : []),
    ...(action ? [`<p style="word-break:break-all">${escaped(action.url)}</p>`] : []),
    ...(code === undefined ? [] : [paragraph(say(t.orTypeThisCode, { code }))]),
    `<hr><p><small>${small}</small></p>`,
    ...(ways.length > 0
      ? [`<p><small>${ways.map(({ label, url }) => link(url, label)).join("<br>")}</small></p>`]
      : []),
    "</body></html>",
  ].join("\n");
}

const itemAsHtml = ({ sentence, words, answers, label, url }: MailItem): string =>
  [
    `<p><b>${escaped(sentence)}</b></p>`,
    ...words.map(pieceAsHtml),
    `<p>${link(url, label)}</p>`,
    ...(answers ? [`<p><small>${escaped(answers.intro)}</small></p>`] : []),
    ...(answers ? answers.words.map((piece) => pieceAsHtml({ ...piece, quoted: true })) : []),
  ].join("\n");

/** With a line in the colour of the text, whatever that is. */
const pieceAsHtml = ({ text, quoted: isQuoted }: Piece): string =>
  isQuoted
    ? `<blockquote dir="auto" style="margin:0 0 1em;padding:0 0 0 1em;border-left:2px solid;opacity:.75">${lines(text)}</blockquote>`
    : `<p dir="auto">${lines(text)}</p>`;

/** Blanks that a line begins with move code in. */
const lines = (text: string): string =>
  escaped(text)
    .replace(/^ +/gm, (blanks) => "&#160;".repeat(blanks.length))
    .replaceAll("\n", "<br>");

const link = (url: string, label: string): string => `<a href="${escaped(url)}">${escaped(label)}</a>`;

const paragraph = (words: string): string => `<p>${escaped(words)}</p>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
