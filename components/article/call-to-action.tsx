import { LinkButton } from "@/components/ui/button";
import styles from "./call-to-action.module.css";

/** One thing to do after reading: a link to follow, or a file to take along. */
export function CallToAction(props: { kind: "link" | "download"; label: string; href: string; text: string }) {
  const { kind, label, href, text } = props;
  return (
    <aside className={styles.card} aria-label="Read on">
      <p className={styles.text} dir="auto">
        {text}
      </p>
      <LinkButton className={styles.go} href={href} download={kind === "download" ? "" : undefined}>
        {label}
      </LinkButton>
    </aside>
  );
}
