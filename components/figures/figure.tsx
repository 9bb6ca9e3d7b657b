import type { ReactNode } from "react";
import styles from "./figure.module.css";
import * as t from "#messages/figures";
import { say } from "@/messages/say";

type Props = {
  /** What it is of; the table is called by it, too. */
  title: string;
  /** What its fills stand for. */
  legend: ReactNode;
  picture: ReactNode;
  /** Rows and columns with the same figures. */
  table: ReactNode;
};

/** A picture first, and the same figures as a table one fold away. On paper both stand open. */
export function Figure({ title, legend, picture, table }: Props) {
  const name = say(t.asATable, { title });
  return (
    <figure className={styles.figure}>
      <figcaption>{legend}</figcaption>
      {picture}
      <details className={styles.fold}>
        <summary>{name}</summary>
        <div className={styles.wrap} role="region" aria-label={name} tabIndex={0}>
          <table className={styles.table}>{table}</table>
        </div>
      </details>
    </figure>
  );
}
