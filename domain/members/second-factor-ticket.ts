import "server-only";

import { z } from "zod";
import type { Credentials } from "./sessions";
import { database } from "@/platform/database";
import { decrypt, encrypt } from "@/platform/encryption";
import { NotAllowed } from "@/platform/refusal";
import { tokenHash } from "@/platform/tokens";
import * as t from "#messages/keys";

/** Long enough to find the phone. Seconds. */
export const SECOND_FACTOR_SECONDS = 600;
const PURPOSE = "half way in";

/** 403 for whoever has shown one thing and shall show a second; `ticket` says so, sealed, and opens nothing by itself. */
export class CodeNeeded extends NotAllowed {
  readonly ticket: string;
  constructor(credentials: Credentials) {
    super(t.nowTheCode);
    const until = Math.floor(Date.now() / 1_000) + SECOND_FACTOR_SECONDS;
    this.ticket = encrypt(
      PURPOSE,
      JSON.stringify({ id: credentials.id, password: mark(credentials), until }),
    );
  }
}

const Ticket = z.strictObject({ id: z.uuid(), password: z.string(), until: z.int() });

/** Whose ticket it is; null once it has ended, the account is gone, or its password is another one. */
export async function holderOfTicket(
  ticket: string | null,
): Promise<(Credentials & { email: string | null }) | null> {
  const words = decrypt(PURPOSE, ticket ?? "");
  if (words === null) return null;
  const { id, password, until } = Ticket.parse(JSON.parse(words));
  if (until <= Math.floor(Date.now() / 1_000)) return null;
  const holder = await database().member.findUnique({
    where: { id, erasedAt: null },
    select: { id: true, passwordHash: true, email: true },
  });
  return holder && mark(holder) === password ? holder : null;
}

const mark = ({ passwordHash }: Credentials): string =>
  Buffer.from(tokenHash(passwordHash ?? "")).toString("base64url");
