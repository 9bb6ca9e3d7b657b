import type { SafeHtml } from "@/domain/prose/safe-html";
import { RawHtml, type PlaceholderFor } from "./raw-html";
import styles from "./prose-html.module.css";

/**
 * Prints text that `domain/prose` rendered. It sets HTML as it is, and takes nothing but a `SafeHtml`. Every paragraph finds its own direction (`unicode-bidi: plaintext`).
 */
export function ProseHtml({ html, as = "comment" }: { html: SafeHtml; as?: "comment" | "article" }) {
  return (
    <div className={`${styles.prose} ${styles[as]}`} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
  );
}

/** A long text, which only the finished page has in it. */
export const ServedProse = ({
  html,
  language,
  placeholderFor,
}: {
  html: SafeHtml;
  language: string;
  placeholderFor: PlaceholderFor;
}) => (
  <RawHtml
    as="div"
    className={`${styles.prose} ${styles.article}`}
    dir="auto"
    lang={language}
    mark={placeholderFor(html)}
  />
);
