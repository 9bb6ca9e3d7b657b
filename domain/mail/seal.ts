import "server-only";

import { MailWords } from "./mail";
import { decrypt, encrypt, reseal, type Resealed } from "@/platform/encryption";

const PURPOSE = "mail";

/** What a mail says holds links that open accounts: it lies in the database under the site's secret. */
export const seal = (words: MailWords): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(encrypt(PURPOSE, JSON.stringify(words)), "base64url"));

/** Null where the site's secret has become another. */
export function unseal(sealed: Uint8Array): MailWords | null {
  const words = decrypt(PURPOSE, Buffer.from(sealed).toString("base64url"));
  return words === null ? null : MailWords.parse(JSON.parse(words));
}

/** The same under the site's secret of now. @param sealed in base64url */
export const resealMail = (sealed: string): Resealed => reseal(PURPOSE, sealed);
