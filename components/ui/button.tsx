import type { ComponentProps } from "react";
import styles from "./button.module.css";

/** `primary` once a form; `plain` beside it; `quiet` among words (Reply, Link). */
type Look = "primary" | "plain" | "quiet";

export function Button({
  look = "plain",
  type = "submit",
  className,
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return <button type={type} className={classes(look, className)} {...rest} />;
}

/** Looks like a button and goes somewhere. */
export function LinkButton({ look = "plain", className, ...rest }: ComponentProps<"a"> & { look?: Look }) {
  return <a className={classes(look, className)} {...rest} />;
}

const classes = (look: Look, more = "") => `${styles.button} ${styles[look]} ${more}`.trimEnd();
