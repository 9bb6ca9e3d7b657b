import styles from "./site-footer.module.css";
import { ThemeSwitch } from "./theme-switch";

const PLACES = [
  { href: "/about", label: "About" },
  { href: "/about/methods", label: "Methods" },
  { href: "/rules", label: "House rules" },
  { href: "/moderation/log", label: "Moderation log" },
  { href: "/feed.xml", label: "Feed" },
  { href: "/api", label: "API" },
  { href: "/about#s-source", label: "Source" },
];

export function SiteFooter() {
  return (
    <footer className={`page ${styles.footer}`}>
      <div className={styles.bar}>
        <nav aria-label="About this site">
          <ul className={styles.places}>
            {PLACES.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
