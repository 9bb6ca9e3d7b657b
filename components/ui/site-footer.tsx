import styles from "./site-footer.module.css";
import type { PlaceholderFor } from "./raw-html";
import { Served } from "./served";
import { ThemeSwitch } from "./theme-switch";
import * as t from "#messages/site";

/** In two lines: how this site works, and what else there is to know of it. */
const PLACES = [
  [
    { href: "/about", label: t.about },
    { href: "/about/methods", label: t.methods },
    { href: "/rules", label: t.houseRules },
    { href: "/moderation/log", label: t.moderationLog },
  ],
  [
    { href: "/privacy", label: t.privacy },
    { href: "/terms", label: t.terms },
    { href: "/imprint", label: t.imprint },
    { href: "/accessibility", label: t.accessibility },
    { href: "/authorities", label: t.authorities },
    { href: "/feed.xml", label: t.feed },
    { href: "/api", label: t.api },
    { href: "/about#s-source", label: t.source },
  ],
];

export function SiteFooter({ placeholderFor }: { placeholderFor: PlaceholderFor }) {
  return (
    <footer className={`page ${styles.footer}`}>
      <div className={styles.bar}>
        <Served as="nav" aria-label={t.aboutThisSite} placeholderFor={placeholderFor}>
          {PLACES.map((places) => (
            <ul key={places[0]?.href} className={styles.places}>
              {places.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          ))}
        </Served>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
