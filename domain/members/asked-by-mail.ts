import "server-only";

import { makeProof, type Purpose } from "./proofs";
import { WAY_IN_SECONDS, type MailKind, type MailWords } from "@/domain/mail/mail";
import { takeTurns, writeMail } from "@/domain/mail/write";
import { transaction } from "@/platform/database";
import { env } from "@/platform/env";
import { Refusal } from "@/platform/refusal";
import { newToken } from "@/platform/tokens";
import * as t from "#messages/members";

type Way = Readonly<{
  purpose: Extract<Purpose, "password" | "sign-in">;
  /** Of the mail, and of the one to an address that is no account's. */
  kind: MailKind;
  kindToNobody: MailKind;
  /** To whom it opens an account. */
  known: (handle: string, sent: { token: string; code: string }) => MailWords;
  /** To an address that is no account's. */
  unknown: (email: string) => MailWords;
}>;

/**
 * Sends a way in to this address, and ends the one that was sent before for the same purpose. For an address without an account the
 * same is done, with another mail, so that neither the answer nor the time it takes tells who is here.
 * @returns a token for the browser that asks, in which the code of the mail does as well
 */
export async function askByMail(
  email: string,
  { purpose, kind, kindToNobody, known, unknown }: Way,
): Promise<string> {
  if (env.mail === "none") throw new Refusal(t.thisSiteSendsNoMail, 503);
  const browser = newToken();
  await transaction(async (tx) => {
    await takeTurns(tx, email);
    const holder = await tx.member.findFirst({
      where: { email, erasedAt: null, sample: false },
      select: { id: true, handle: true },
    });
    const before = await tx.proof.findMany({
      where: { purpose, address: email, usedAt: null },
      select: { id: true },
    });
    const memberId = holder?.id ?? null;
    const made = await makeProof(tx, { purpose, memberId, address: email, lasts: WAY_IN_SECONDS, browser });
    const sent = await writeMail(tx, {
      to: email,
      kind: holder ? kind : kindToNobody,
      memberId,
      cause: made.id,
      byStranger: true,
      usefulFor: WAY_IN_SECONDS,
      words: holder ? known(holder.handle, made) : unknown(email),
    });
    // Whoever asks and asks does not end the link that was sent, once nothing more is.
    const ended = sent ? before.map(({ id }) => id) : [made.id];
    await tx.$executeRaw`UPDATE proof SET used_at = now() WHERE id = ANY (${ended}::uuid[])`;
  });
  return browser;
}

/** The address of one of our pages, as it stands in a mail. */
export const linkTo = (path: string, token?: string): string =>
  env.siteUrl + path + (token === undefined ? "" : `?${new URLSearchParams({ token }).toString()}`);
