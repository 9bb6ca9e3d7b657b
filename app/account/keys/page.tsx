import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AppCodes } from "@/components/members/keys/app-codes";
import { PasskeyList } from "@/components/members/keys/passkey-list";
import { RecoveryCodes } from "@/components/members/keys/recovery-codes";
import { MetaLine } from "@/components/ui/meta-line";
import { Notice } from "@/components/ui/notice";
import { begunApp } from "@/domain/members/keys/app-codes";
import { factorsOf } from "@/domain/members/keys/factors";
import { isFreshlyProven } from "@/domain/members/reauthentication";
import { readFormFlash } from "@/web/pages/kept-form";
import { type SearchParams, signInPath, single } from "@/web/pages/search-params";
import { currentViewer, newRecoveryCodesOf } from "@/web/sessions/session";
import * as t from "#messages/keys";
import { account as accountTitle } from "#messages/pages";
import { rich } from "@/messages/rich";

export const metadata: Metadata = { title: t.passkeysAndCodes, robots: { index: false } };

/** Everything that stands beside the password. What changes it is asked for only after one has shown that it is oneself. */
export default async function KeysPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath("/account/keys"));
  const asked = await searchParams;
  const [factors, fresh, begun, made, kept] = await Promise.all([
    factorsOf(viewer),
    isFreshlyProven(viewer),
    begunApp(viewer),
    newRecoveryCodesOf(viewer),
    readFormFlash(asked.kept),
  ]);
  const said = kept ? undefined : SAID[single(asked.said) ?? ""];
  const mayChange = fresh && !viewer.sample;
  return (
    <>
      <MetaLine>
        <a href="/account">{accountTitle}</a>
      </MetaLine>
      <h1>{t.passkeysAndCodes}</h1>
      {kept?.problem && <Notice kind="problem">{kept.problem}</Notice>}
      {said && <Notice>{said}</Notice>}
      {viewer.sample && <p>{t.theSampleHasNoKeys}</p>}
      {!fresh && (
        <p>
          {rich(t.confirmToChangeThese, {
            link: (words) => <a href="/confirm-identity?next=/account/keys">{words}</a>,
          })}
        </p>
      )}
      <PasskeyList passkeys={factors.passkeys} mayChange={mayChange} />
      <AppCodes on={factors.app} begun={begun} mayChange={mayChange} kept={kept} />
      {(factors.app || factors.passkeys.length > 0) && (
        <RecoveryCodes left={factors.codes} made={made} mayChange={mayChange} />
      )}
    </>
  );
}

/** What a form that went through says on its way back. */
const SAID: Record<string, string> = {
  passkey: t.passkeyIsAdded,
  renamed: t.passkeyIsRenamed,
  removed: t.passkeyIsRemoved,
  on: t.codesAreOnNow,
  off: t.codesAreOffNow,
};
