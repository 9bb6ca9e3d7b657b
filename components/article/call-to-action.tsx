import type { CallToAction } from "@/domain/articles/article";
import { LinkButton } from "@/components/ui/button";
import styles from "./call-to-action.module.css";
import * as t from "#messages/articles";

/** One thing to do after reading: a link to follow, or a file to take along. */
export function CallToActionCard({ call: { kind, label, href, text } }: { call: CallToAction }) {
  return (
    <aside className={styles.card} aria-label={t.readOn}>
      {text && (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      )}
      <LinkButton href={href} download={kind === "download" ? "" : undefined}>
        {label}
      </LinkButton>
    </aside>
  );
}
