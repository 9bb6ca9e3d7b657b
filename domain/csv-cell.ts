/** What a spreadsheet would take for a formula, also behind what is not seen and in full width (OWASP, "CSV Injection"). */
const FORMULA = /^(?:[\t\r\n]|[\p{Z}\p{C}]*[=+\-@＝＋－＠])/u;
/** What some spreadsheet or other parts cells by. */
const PARTS = /[",;\t\r\n]/;

/** One cell of a CSV (RFC 4180), which no spreadsheet runs and none takes for two. */
export function csvCell(value: string | number): string {
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return PARTS.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV as a file: Excel takes one for UTF-8 only when it begins with the mark of it, whatever the answer's head says. */
export const csvFile = (csv: string): string => `\uFEFF${csv}`;
