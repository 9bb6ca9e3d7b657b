import "server-only";

import { createHash } from "node:crypto";
import { z } from "zod";
import { decrypt, encrypt } from "@/platform/encryption";

const PURPOSE = "end mails";

/** Older links are not believed any more. Days. */
export const TOKEN_DAYS = 400;

const Token = z.tuple([z.uuid(), z.uuid().nullable(), z.int(), z.string()]);

/** Whose mails a link ends, about which discussion, since when (days since 1970), and which address it was sent to. */
export type EndMails = { memberId: string; articleId: string | null; day: number; address: string };

/** A secret that ends mails to one member, and opens nothing. Nobody reads in it whose it is. */
export const endMailsToken = (memberId: string, articleId: string | null, email: string): string =>
  encrypt(PURPOSE, JSON.stringify([memberId, articleId, today(), addressDigest(email)]));

/** Null for whatever is none of ours. */
export function readEndMails(token: string): EndMails | null {
  const words = decrypt(PURPOSE, token);
  if (words === null) return null;
  const [memberId, articleId, day, address] = Token.parse(JSON.parse(words));
  return { memberId, articleId, day, address };
}

export const isTooOld = ({ day }: EndMails): boolean => today() - day > TOKEN_DAYS;

/** Enough to know an address again, and not to say it. */
export const addressDigest = (email: string): string =>
  createHash("sha256").update(email).digest("base64url").slice(0, 12);

const today = (): number => Math.floor(Date.now() / 86_400_000);
