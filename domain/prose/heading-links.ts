import { rendered, type SafeHtml } from "./safe-html";
import * as t from "#messages/articles";

/** As `headings` writes it: the id is made of letters, figures and hyphens. */
const HEADING = /<(h[2-6]) id="(s-[^"]+)"([^>]*)>(.*?)<\/\1>/gsu;

/**
 * Behind each heading a link to it, whose sign is drawn by the style sheet: copied text and feeds do not have it. It is added when a
 * page is drawn, so articles that were rendered before have it, too.
 */
export const withHeadingLinks = (html: SafeHtml): SafeHtml =>
  rendered(
    html.replace(
      HEADING,
      (_heading, tag: string, id: string, rest: string, words: string) =>
        `<${tag} id="${id}"${rest}>${words} <a class="heading-link" href="#${id}" aria-label="${t.linkToThisSection}"></a></${tag}>`,
    ),
  );
