/**
 * A web address with a host and no user name in front of it: `https://bank.example@evil.example` shows one
 * name and opens another.
 */
const WEB = /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s]*)?$/i;
/** An address alone: a prepared subject or body is somebody else's words in our reader's mail. */
const MAIL = /^mailto:[^\s?#@]+@[^\s?#@]+$/i;
/** A path of this site. Two slashes, or a slash and a backslash, would name another host. */
const SITE_PATH = /^\/(?![/\\])[^\s\\]*$/;
const FRAGMENT = /^#[^\s]+$/;

/** Where a comment may link to: http, https and mailto, by allow-list. */
export const mayLink = (url: string): boolean => WEB.test(url) || MAIL.test(url);

/** An editor may give a telephone number, and prepare the subject of a letter to an address of their own. */
const TELEPHONE = /^tel:\+?[0-9][0-9().-]{2,}$/i;
const LETTER = /^mailto:[^\s?#@]+@[^\s?#@]+(?:\?[^\s#]*)?$/i;

/** Where an article may link to: also to telephones, to other pages of this site, and within itself. */
export const articleMayLink = (url: string): boolean =>
  mayLink(url) || SITE_PATH.test(url) || FRAGMENT.test(url) || TELEPHONE.test(url) || LETTER.test(url);

const BESIDE = /^(?:\.\/)?([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.md|\.markdown)?((?:[?#].*)?)$/;

/** `./two`, `two` or `two.md` in an article is the article beside it, as their files lie side by side. */
export const besideAnArticle = (url: string): string => url.replace(BESIDE, "/articles/$1$2");

/** The page's policy shows pictures of this site only, so a picture has a path and no host. */
export const mayShow = (url: string): boolean => SITE_PATH.test(url);
