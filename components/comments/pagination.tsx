import styles from "./discussion.module.css";
import { PageLink } from "@/components/ui/page-link";
import * as t from "#messages/comments";

/** From one page of a list to the next, and back to where it begins. */
export function Pagination({ first, next }: { first: string | null; next: string | null }) {
  if (first === null && next === null) return null;
  return (
    <nav className={styles.pages} aria-label={t.pages}>
      {next !== null && (
        <PageLink rel="next" href={next}>
          {t.nextPage}
        </PageLink>
      )}{" "}
      {first !== null && <a href={first}>{t.firstPage}</a>}
    </nav>
  );
}
