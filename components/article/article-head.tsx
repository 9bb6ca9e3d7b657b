import type { ReactNode } from "react";
import styles from "./article-head.module.css";

/** Title and standfirst are people's words; `children` is the line of facts below them. */
export function ArticleHead(props: { title: string; standfirst: string; children: ReactNode }) {
  return (
    <header className={styles.head}>
      <h1 dir="auto">{props.title}</h1>
      <p className={styles.standfirst} dir="auto">
        {props.standfirst}
      </p>
      {props.children}
    </header>
  );
}
