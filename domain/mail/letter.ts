import type { MailWords } from "./mail";
import * as t from "#messages/mail";
import { say } from "@/messages/say";

/** Wide enough to read; in the reader's own colours, light or dark. */
const HEAD =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>' +
  '<body style="max-width:36em;font:16px/1.5 sans-serif">';

/** A mail as plain text and as HTML. No picture, and no link but to this site. */
export function letterOf(words: MailWords, siteUrl: string): { text: string; html: string } {
  const { paragraphs, action, code } = words;
  const end = say(t.sentBySite, { site: siteUrl });
  const text = [
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...(code === undefined ? [] : [say(t.orTypeThisCode, { code })]),
    `-- \n${end}`,
  ].join("\n\n");
  const html = [
    HEAD,
    ...paragraphs.map(paragraph),
    ...(action ? [`<p><a href="${escaped(action.url)}"><b>${escaped(action.label)}</b></a></p>`] : []),
    ...(action ? [`<p style="word-break:break-all">${escaped(action.url)}</p>`] : []),
    ...(code === undefined ? [] : [paragraph(say(t.orTypeThisCode, { code }))]),
    `<hr><p><small>${escaped(end)}</small></p></body></html>`,
  ].join("\n");
  return { text: `${text}\n`, html };
}

const paragraph = (words: string): string => `<p>${escaped(words)}</p>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
