/** One address in a text: how far it goes, and its host where it has one. Signs of other scripts end it, as they end a link on the page. */
const ADDRESS = /(?:https?:\/\/|\bwww\.)(?:(?![^\P{P}!-~])[^\s<>"'()[\]\uff5c]){1,2000}/giu;

/** The addresses a text links to, as written. */
export const linksIn = (text: string): string[] => text.match(ADDRESS) ?? [];

/** The host an address names, lower case, without `www.`; null when it is none. */
export function hostOf(link: string): string | null {
  try {
    return new URL(/^https?:/iu.test(link) ? link : `https://${link}`).hostname.replace(/^www\./u, "");
  } catch {
    return null;
  }
}
