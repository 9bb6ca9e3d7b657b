import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });

/** What is no HTML as the standard has it, as one line each: the rule, what is wrong, and where. */
export async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector ?? "its beginning"}`);
}

const INLINE =
  "a|abbr|article|aside|b|bdi|button|cite|code|details|em|fieldset|footer|header|i|kbd|label|main|mark|nav|section|small|span|strong|summary|sup|time";
/** Two words with nothing between them but marks that begin or end an element, one of each at least, which a text browser does not take for a new line. */
const TOGETHER = new RegExp(
  `[\\p{L}\\p{N}](?:</(?:${INLINE})>)+(?:<!--[^>]*-->)?(?:<(?:${INLINE})\\b[^>]*>)+[\\p{L}\\p{N}]`,
  "gu",
);
/** Such neighbours as one reads them. */
const AROUND = 20;

/** Words that stand apart by style alone: without it "Reply" and "Respect" are one. */
export function wordsRunTogether(html: string): string[] {
  const body = html.replace(/^.*?<body\b/s, "").replace(/<(script|template)\b.*?<\/\1>/gs, "");
  return Array.from(body.matchAll(TOGETHER), ({ 0: found, index }) =>
    body.slice(Math.max(0, index - AROUND), index + found.length + AROUND).replace(/<[^>]*>?/g, "|"),
  );
}
