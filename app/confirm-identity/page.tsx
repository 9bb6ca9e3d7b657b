import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm, ConfirmByPassword, SignInAgain } from "@/components/members/keys/confirm-forms";
import { PasskeyForm } from "@/components/members/keys/passkey-form";
import { withNext } from "@/components/members/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { factorsOf } from "@/domain/members/keys/factors";
import { hasPassword } from "@/domain/members/providers/first-password";
import { hasFactor, isFreshlyProven } from "@/domain/members/reauthentication";
import { readFormFlash, whatWaits } from "@/web/pages/kept-form";
import { returnPath, type SearchParams, signInPath } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import styles from "@/components/members/members.module.css";
import * as t from "#messages/keys";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.confirmItIsYou, robots: { index: false } };

/** Whoever signed in a while ago shows once more that it is them; what they were about to do waits, and is done then. */
export default async function ConfirmIdentityPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const next = returnPath(asked);
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(next));
  if (await isFreshlyProven(viewer)) redirect(next);
  const [factors, byKeyOnly, passworded, kept, awaited] = await Promise.all([
    factorsOf(viewer),
    hasFactor(viewer),
    hasPassword(viewer),
    readFormFlash(asked.kept),
    whatWaits(next),
  ]);
  const page = withNext("/confirm-identity", next);
  const finish = awaited?.finish;
  return (
    <>
      <h1>{t.confirmItIsYou}</h1>
      {kept?.problem && <Notice kind="problem">{kept.problem}</Notice>}
      <p>{byKeyOnly ? t.theKeyIsAsked : t.whyWeAskAgain}</p>
      {finish !== undefined && <p>{t.thenItIsDone}</p>}
      {!byKeyOnly && passworded && <ConfirmByPassword page={page} finish={finish} kept={kept} />}
      {(factors.app || factors.codes > 0) && (
        <CodeForm action="/api/v1/session/confirmation/code" page={page} finish={finish} kept={kept} />
      )}
      {factors.passkeys.length > 0 && (
        <PasskeyForm
          action="/api/v1/session/confirmation/passkey"
          page={page}
          label={t.confirmWithAPasskey}
          finish={finish}
        />
      )}
      {byKeyOnly ? (
        <p className={styles.aside}>{say(t.noneIsLeft, { handle: viewer.handle })}</p>
      ) : (
        <SignInAgain next={next} label={t.confirmBySigningIn} />
      )}
    </>
  );
}
