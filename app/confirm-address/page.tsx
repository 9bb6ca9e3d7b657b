import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ClaimAgainForm, CodeOnlyForm } from "@/components/members/mail-forms";
import { LinkForm } from "@/components/members/recovery-forms";
import { Notice } from "@/components/ui/notice";
import { mailWay } from "@/domain/mail/way";
import { accountOf } from "@/domain/members/queries";
import { readFormFlash } from "@/web/pages/kept-form";
import { returnPath, type SearchParams, signInPath, single } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";
import { rich } from "@/messages/rich";

export const metadata: Metadata = {
  title: t.confirmYourAddress,
  robots: { index: false },
  referrer: "no-referrer",
};

/**
 * Where signing up leads, and the link in its mail. Programs open links too, so nothing happens before the button is pressed; whoever
 * presses it may be in another browser than the one that signed up.
 */
export default async function ConfirmAddressPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const [kept, viewer] = [await readFormFlash(asked.kept), await currentViewer()];
  const token = single(asked.token);
  const confirmed = single(asked.said) === "confirmed";
  if (token === undefined && !confirmed && viewer === null) redirect(signInPath("/confirm-address"));
  const next = returnPath(asked);
  return (
    <>
      <h1>{t.confirmYourAddress}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {!kept && single(asked.said) === "again" && <Notice>{t.weHaveSentItAgain}</Notice>}
      {token !== undefined && (
        <LinkForm
          token={token}
          page="/confirm-address"
          action="/api/v1/account/claim/link"
          words={t.yesConfirmIt}
        />
      )}
      {token === undefined && confirmed && <Notice>{t.yourAddressIsConfirmed}</Notice>}
      {token === undefined && (confirmed || !viewer?.unproven) && (
        <p>{viewer ? <a href={next}>{t.goOn}</a> : <a href={signInPath(next)}>{t.signInNow}</a>}</p>
      )}
      {token === undefined && viewer?.unproven && (
        <Waiting email={(await accountOf(viewer)).email} next={next} kept={kept} />
      )}
    </>
  );
}

type WaitingProps = { email: string; next: string; kept: Awaited<ReturnType<typeof readFormFlash>> };

function Waiting({ email, next, kept }: WaitingProps) {
  return (
    <>
      <p>{rich(t.weHaveSentAMailTo, { email: <b>{email}</b> })}</p>
      <p>{mailWay() === "mailbox" ? <a href="/mailbox">{t.itIsInTheMailbox}</a> : t.nothingArrivedYet}</p>
      <CodeOnlyForm
        action="/api/v1/account/claim/code"
        page="/confirm-address"
        next={next}
        button={t.confirmByCode}
        kept={kept}
      />
      <h2>{t.sendItAgain}</h2>
      <ClaimAgainForm email={email} kept={kept} />
    </>
  );
}
