import type { Metadata } from "next";
import { headers } from "next/headers";
import { MailList } from "@/components/members/mail-list";
import { keptMails } from "@/domain/mail/mailbox";
import { orNotFound } from "@/web/pages/or-not-found";
import * as t from "#messages/mail";

export const metadata: Metadata = { title: t.mailbox, robots: { index: false } };

/** Of a site without a mail server, on one's own machine; everywhere else there is no such page. */
export default async function MailboxPage() {
  const asked = await headers();
  const mails = await orNotFound(
    keptMails({
      ip: asked.get("x-address") ?? "",
      host: asked.get("host") ?? "",
      passedOn: asked.has("x-passed-on"),
    }),
  );
  return (
    <>
      <h1>{t.mailbox}</h1>
      <p>{t.mailsAreKeptHere}</p>
      <MailList mails={mails} />
    </>
  );
}
