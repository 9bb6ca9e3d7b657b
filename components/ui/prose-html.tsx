import type { SafeHtml } from "@/domain/prose/safe-html";
import styles from "./prose-html.module.css";

/** `language`: what it is written in, where that is known. */
type Props = { html: SafeHtml; as?: "comment" | "article"; language?: string };

/**
 * Prints text that `domain/prose` rendered. It sets HTML as it is, and takes nothing but a `SafeHtml`. Every paragraph finds its own direction (`unicode-bidi: plaintext`).
 */
export function ProseHtml({ html, as = "comment", language }: Props) {
  return (
    <div
      className={`${styles.prose} ${styles[as]}`}
      dir="auto"
      lang={language}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
