import type { ComponentProps } from "react";
import styles from "./page-link.module.css";

/** To the next or the previous page of a list. */
export function PageLink({ rel, ...rest }: ComponentProps<"a"> & { rel: "next" | "prev" }) {
  return <a className={styles.page} rel={rel} {...rest} />;
}
