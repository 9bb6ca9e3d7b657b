import styles from "./site-footer.module.css";
import { ThemeSwitch } from "./theme-switch";

const PLACES = [
  { href: "/about", words: "About" },
  { href: "/about/methods", words: "Methods" },
  { href: "/rules", words: "House rules" },
  { href: "/moderation/log", words: "Moderation log" },
  { href: "/feed.xml", words: "Feed" },
  { href: "/api", words: "API" },
  { href: "/about#s-source", words: "Source" },
];

export function SiteFooter() {
  return (
    <footer className={`page ${styles.footer}`}>
      <div className={styles.bar}>
        <nav aria-label="About this site">
          <ul className={styles.places}>
            {PLACES.map(({ href, words }) => (
              <li key={href}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
