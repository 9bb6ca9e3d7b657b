import type { Metadata } from "next";
import { CodeOnlyForm, LinkWantedForm } from "@/components/members/mail-forms";
import { LinkForm } from "@/components/members/recovery-forms";
import { Notice } from "@/components/ui/notice";
import { mailWay } from "@/domain/mail/way";
import { readFormFlash } from "@/web/pages/kept-form";
import { type SearchParams, single } from "@/web/pages/search-params";
import * as t from "#messages/pages";

export const metadata: Metadata = {
  title: t.signInByMail,
  robots: { index: false },
  referrer: "no-referrer",
};

/**
 * Asking for a link; then, in the same browser, the code of the mail; and where the link leads, which does nothing before its button is
 * pressed. It says the same for every address.
 */
export default async function SignInLinkPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const kept = await readFormFlash(asked.kept);
  const token = single(asked.token);
  return (
    <>
      <h1>{t.signInByMail}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {token === undefined ? (
        <Asking sent={single(asked.asked) !== undefined} kept={kept} />
      ) : (
        <LinkForm token={token} page="/sign-in-link" action="/api/v1/session/link" words={t.signIn} />
      )}
    </>
  );
}

type AskingProps = { sent: boolean; kept: Awaited<ReturnType<typeof readFormFlash>> };

function Asking({ sent, kept }: AskingProps) {
  const way = mailWay();
  if (way === "none") return <p>{t.thisSiteSendsNoMail}</p>;
  if (!sent)
    return (
      <>
        <p>{t.weSendALinkToSignIn}</p>
        <LinkWantedForm kept={kept} />
      </>
    );
  return (
    <>
      {!kept && <Notice>{t.aMailIsOnItsWay}</Notice>}
      <p>{way === "mailbox" ? <a href="/mailbox">{t.itIsInTheMailbox}</a> : t.nothingArrived}</p>
      <CodeOnlyForm
        action="/api/v1/session/code"
        page="/sign-in-link?asked=1"
        next="/"
        button={t.signIn}
        kept={kept}
      />
      <h2>{t.askAgain}</h2>
      <LinkWantedForm kept={null} />
    </>
  );
}
