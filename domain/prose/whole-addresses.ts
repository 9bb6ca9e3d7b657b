import { escapeHtml, type SafeHtml } from "./safe-html";

/** An address in our own rendered HTML that leads on from the page it stands on: a path of the site, or a place on the page. */
const RELATIVE = / (href|src)="(\/(?!\/)[^"]*|#[^"]*)"/g;

/**
 * HTML as it can be read away from its page: in a feed, whose readers mostly do not know `xml:base`.
 * @param site the site's address without a slash at its end @param path the page's
 */
export const withWholeAddresses = (html: SafeHtml | string, site: string, path: string): string =>
  html.replace(RELATIVE, (_, name: string, there: string) => {
    const base = escapeHtml(there.startsWith("#") ? site + path : site);
    return ` ${name}="${base}${there}"`;
  });
