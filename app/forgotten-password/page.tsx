import type { Metadata } from "next";
import { CodeForm, ForgottenPasswordForm } from "@/components/members/recovery-forms";
import { Notice } from "@/components/ui/notice";
import { mailWay } from "@/domain/mail/way";
import { type SearchParams, single } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import styles from "@/components/members/members.module.css";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.forgottenPassword, robots: { index: false } };

/** Asking for a mail; then, in the same browser, the code that is in it. It says the same for every address. */
export default async function ForgottenPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const kept = await readFormFlash(asked.kept);
  const sent = single(asked.asked) !== undefined;
  const way = mailWay();
  return (
    <>
      <h1>{t.forgottenPassword}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {!kept && single(asked.said) === "undone" && <Notice>{t.theChangeIsUndone}</Notice>}
      {way === "none" && <p>{t.thisSiteSendsNoMail}</p>}
      {way !== "none" && sent && (
        <>
          {!kept && <Notice>{t.aMailIsOnItsWay}</Notice>}
          <p>{way === "mailbox" ? <a href="/mailbox">{t.itIsInTheMailbox}</a> : t.nothingArrived}</p>
          <CodeForm kept={kept} />
          <h2>{t.askAgain}</h2>
        </>
      )}
      {way !== "none" && !sent && <p>{t.weSendAWay}</p>}
      {way !== "none" && <ForgottenPasswordForm kept={sent ? null : kept} />}
      {way !== "none" && <p className={styles.aside}>{t.lostTheMailbox}</p>}
    </>
  );
}
