import styles from "./discussion.module.css";
import { PageLink } from "@/components/ui/page-link";

/** From one page of a list to the next, and back to where it begins. */
export function Pagination({ first, next }: { first: string | null; next: string | null }) {
  if (first === null && next === null) return null;
  return (
    <nav className={styles.pages} aria-label="Pages">
      {next !== null && (
        <PageLink rel="next" href={next}>
          Next page
        </PageLink>
      )}
      {first !== null && <a href={first}>First page</a>}
    </nav>
  );
}
