declare const safe: unique symbol;

/**
 * HTML that this folder made from a source, and that a page may therefore print as it is.
 * Nothing outside `domain/prose` can make one: text that came from anywhere else stays a plain `string`,
 * and the component that prints HTML does not take plain strings.
 */
export type SafeHtml = string & { readonly [safe]: true };

/** The one place where a string is called safe. Only the renderers of this folder call it. */
export const rendered = (html: string): SafeHtml => html as SafeHtml;

/**
 * HTML that one of our renderers made earlier and that comes back from our own database. The column it comes
 * from must be written from a `SafeHtml` and from nothing else; a reader's text never goes through here.
 */
export const fromStore = (html: string): SafeHtml => rendered(html);

/** What one of our renderers made and the page now holds, read back from it in the browser: only to be read, for the page is what it is. */
export const fromPage = ({ innerHTML }: { innerHTML: string }): SafeHtml => rendered(innerHTML);

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it must be written inside an element or a double-quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
