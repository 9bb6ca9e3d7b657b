import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm, SignInAgain } from "@/components/members/keys/confirm-forms";
import { PasskeyForm } from "@/components/members/keys/passkey-form";
import { withNext } from "@/components/members/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { readFormFlash, whatWaits } from "@/web/pages/kept-form";
import { PASSWORD_CHANGED, returnPath, type SearchParams, signInPath } from "@/web/pages/search-params";
import { currentViewer, awaitsSecondFactor } from "@/web/sessions/session";
import styles from "@/components/members/members.module.css";
import * as t from "#messages/keys";

export const metadata: Metadata = { title: t.enterYourCode, robots: { index: false } };

/** The second half of signing in, for accounts that ask for a code. */
export default async function SecondFactorPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const next = returnPath(asked);
  if (await currentViewer()) redirect(next);
  if (!(await awaitsSecondFactor())) redirect(signInPath(next));
  const [kept, awaited] = [await readFormFlash(asked.kept), await whatWaits(next)];
  const page = withNext("/second-factor", next);
  const finish = awaited?.finish;
  return (
    <>
      <h1>{t.enterYourCode}</h1>
      {next === PASSWORD_CHANGED && !kept && <Notice>{t.passwordIsChangedAlready}</Notice>}
      {kept?.problem && <Notice kind="problem">{kept.problem}</Notice>}
      <p>{t.openYourApp}</p>
      <CodeForm action="/api/v1/session/second-factor" page={page} finish={finish} kept={kept} />
      <PasskeyForm
        action="/api/v1/session/passkey"
        page={page}
        label={t.signInWithAPasskey}
        finish={finish}
      />
      <SignInAgain next={next} label={t.signInAsSomebodyElse} />
      <p className={styles.aside}>{t.lostPhoneAndCodes}</p>
    </>
  );
}
