import { applyEdit, selectedIn } from "./apply-edit";
import { addressIn, linked } from "./markdown-edit";

/** A paste longer than this takes a browser seconds to read; it comes in as plain text. UTF-16 units. */
const HTML_AT_MOST = 200_000;

/** An address over a selection becomes its link, and rich text becomes Markdown. With Shift a browser hands over plain text by itself. */
export function onPaste(field: HTMLTextAreaElement, event: ClipboardEvent): void {
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  const html = event.clipboardData?.getData("text/html") ?? "";
  const selected = selectedIn(field);
  const address = selected.from === selected.to ? null : addressIn(plain);
  if (address !== null) {
    event.preventDefault();
    applyEdit(field, linked(selected, address));
    return;
  }
  if (!isRich(html) || html.length > HTML_AT_MOST) return;
  event.preventDefault();
  void pasteMarkdown(field, html, plain);
}

/** Code editors put their colours on the clipboard, too: only what Markdown has a sign for is worth turning. */
const isRich = (html: string): boolean =>
  /<(a|b|strong|i|em|s|del|strike|sup|sub|ul|ol|li|blockquote|h[1-6]|table)\b|mso-list|font-weight: *(bold|[6-9]00)|font-style: *italic|line-through|vertical-align: *su(b|per)/i.test(
    html,
  );

/** What turns it is asked for with the first such paste: whoever only types never loads it. */
async function pasteMarkdown(field: HTMLTextAreaElement, html: string, plain: string): Promise<void> {
  const markdown = await import("./html-to-markdown").then(
    ({ htmlToMarkdown }) => htmlToMarkdown(html),
    () => "",
  );
  const { from, to } = selectedIn(field);
  const insert = markdown === "" ? plain : markdown;
  const caret = from + insert.length;
  applyEdit(field, { from, to, insert, selectFrom: caret, selectTo: caret });
}
