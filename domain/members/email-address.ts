import * as t from "#messages/members";

/** Bytes of an address as it is sent (RFC 5321, section 4.5.3.1.3, less the angle brackets), and of what stands before its @. */
const ADDRESS_BYTES = 254;
const LOCAL_BYTES = 64;

/** RFC 5322's dot-atom with the letters of RFC 6531: everything mailboxes are called in practice, and no quoted ones. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+(\.[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+)*$/u;
/** RFC 1123, section 2.1, of a name in its ASCII spelling. */
const LABEL = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/;
/** What a parser of whole addresses would read as more than a name. */
const NO_NAME = /[\s%/\\?#@:[\]<>]/u;
/** Blanks and what nobody sees, which come along when an address is pasted. */
const AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;
const BLANK_OR_CONTROL = /[\s\p{C}]/u;

export type ReadEmail = { address: string; problem?: never } | { address?: never; problem: string };

/**
 * An e-mail address in its one spelling, which is what an account is found by: the domain in ASCII (UTS #46, as browsers and mail
 * servers have it), so that `büro.example` and `xn--bro-hoa.example` are one; everything in lower case, since telephones begin with a capital;
 * the full-width signs of Japanese and Chinese input as the usual ones.
 * @returns the address, or the sentence for whoever typed it
 */
export function readEmail(typed: string): ReadEmail {
  // A Turkish telephone begins “ismail” with İ, of which lower case would make an i and a dot above it.
  const text = typed.replace(AROUND, "").normalize("NFKC").replaceAll("\u0130", "i").toLowerCase();
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(0, at));
  const domain = domainOf(text.slice(at + 1));
  if (domain === null || !LOCAL.test(local) || BLANK_OR_CONTROL.test(local))
    return { problem: t.thatDoesNotLookLike };
  const address = `${local}@${domain}`;
  if (bytesOf(local) > LOCAL_BYTES || bytesOf(address) > ADDRESS_BYTES)
    return { problem: t.thatAddressIsTooLong };
  return { address };
}

/**
 * The mailbox behind an address in its one spelling: what stands behind a + is left out, for to most providers it is the same one, and
 * everybody has as many such addresses as they like.
 */
export function mailboxOf(address: string): string {
  return address.replace(/^(.[^+@]*)\+[^@]*@/u, "$1@");
}

/** A domain in ASCII without a full stop at its end, or null. A figure at the end would be an IP address. */
function domainOf(typed: string): string | null {
  if (typed === "" || NO_NAME.test(typed)) return null;
  const ascii = URL.parse(`http://${typed}`)?.hostname.replace(/\.$/, "") ?? "";
  const labels = ascii.split(".");
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label));
  return isName && !/^\d+$/.test(labels.at(-1) ?? "") ? ascii : null;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
