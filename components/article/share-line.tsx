import styles from "./share-line.module.css";
import * as t from "#messages/articles";

/** `href` is the article's whole address. */
type Shared = { title: string; href: string };

/**
 * Plain links: nothing of another site is on our page, and it learns of a reader only when they follow one.
 * Mastodon has no one address to share to; its own share page asks for the reader's server, and takes the text behind
 * `#`, which browsers send to nobody.
 */
const PLACES: { name: string; to: (shared: Shared) => string }[] = [
  {
    name: "Mastodon",
    to: ({ title, href }) => `https://share.joinmastodon.org/#text=${encodeURIComponent(`${title} ${href}`)}`,
  },
  { name: "X", to: ({ title, href }) => `https://x.com/intent/post?${query({ text: title, url: href })}` },
  {
    name: "LinkedIn",
    to: ({ href }) => `https://www.linkedin.com/sharing/share-offsite/?${query({ url: href })}`,
  },
];

export function ShareLine(shared: Shared) {
  return (
    <nav className={styles.line} aria-label={t.shareThisArticle}>
      <span aria-hidden="true">{t.share}</span>
      <ul className={styles.share}>
        <li className="needs-script">
          {/* Until its script has come it is none: a press would be lost. */}
          <button type="button" data-copy={shared.href} disabled>
            {t.copyLink}
          </button>
          <span className="visually-hidden" role="status" />
        </li>
        {PLACES.map(({ name, to }) => (
          <li key={name}>
            <a href={to(shared)} rel="noreferrer">
              <span className="visually-hidden">{t.shareOn} </span>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const query = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
