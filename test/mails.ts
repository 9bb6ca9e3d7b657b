import { unseal } from "@/domain/mail/seal";
import type { MailWords } from "@/domain/mail/mail";
import { database } from "@/platform/database";

/** What was written to this address, newest first, as it would arrive. */
export async function mailsTo(address: string): Promise<(MailWords & { kind: string })[]> {
  const rows = await database().mail.findMany({ where: { recipient: address }, orderBy: { id: "desc" } });
  return rows.flatMap(({ kind, sealed }) => {
    const words = sealed && unseal(sealed);
    return words ? [{ ...words, kind }] : [];
  });
}

/** The token in the newest mail's link, and its code. */
export async function sentTo(address: string): Promise<{ token: string; code: string }> {
  const [mail] = await mailsTo(address);
  const token = new URL(mail?.action?.url ?? "http://localhost").searchParams.get("token");
  if (token === null) throw new Error("The newest mail has no link.");
  return { token, code: mail?.code ?? "" };
}
