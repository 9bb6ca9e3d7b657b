import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PasskeyForm } from "@/components/members/keys/passkey-form";
import { ProviderLinks } from "@/components/members/providers";
import { SignInForm, withNext } from "@/components/members/sign-in-form";
import { TryTheSample } from "@/components/members/try-the-sample";
import { Notice } from "@/components/ui/notice";
import { hasJustTakenItBack } from "@/domain/members/erasure";
import { offeredProviders } from "@/domain/members/providers/joined";
import { type SearchParams, single, returnPath } from "@/web/pages/search-params";
import { keepsNoCookies, readFormFlash, whatWaits } from "@/web/pages/kept-form";
import { maySignInAsSample } from "@/web/sessions/sample";
import { currentViewer, currentBannedMember, awaitsSecondFactor } from "@/web/sessions/session";
import * as keys from "#messages/keys";
import * as t from "#messages/pages";
import * as providers from "#messages/providers";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.signIn, robots: { index: false } };

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const next = returnPath(asked);
  const viewer = await currentViewer();
  if (viewer) redirect((await hasJustTakenItBack(viewer)) ? "/account?said=back" : next);
  if (await currentBannedMember()) redirect("/account/decisions");
  if (await awaitsSecondFactor()) redirect(withNext("/second-factor", next));
  const kept = await readFormFlash(asked.kept);
  const awaited = await whatWaits(next);
  const problem =
    kept?.problem ?? ((await keepsNoCookies(asked)) ? t.cookiesAreOff : sentences(single(asked.error)));
  return (
    <>
      <h1>{t.signIn}</h1>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {!problem && awaited && <Notice>{awaited.sentence}</Notice>}
      <SignInForm next={next} kept={kept} finish={awaited?.finish} />
      <PasskeyForm
        action="/api/v1/session/passkey"
        page={withNext("/sign-in", next)}
        label={keys.signInWithAPasskey}
        finish={awaited?.finish}
        autofill
      />
      <ProviderLinks
        providers={offeredProviders()}
        label={({ name }) => say(providers.signInWith, { name })}
        query={next === "/" ? {} : { next }}
      />
      {maySignInAsSample(await origin()) && <TryTheSample next={next} finish={awaited?.finish} />}
    </>
  );
}

/** next-auth names a code in the address; what stands in an address is never printed. */
function sentences(code: string | undefined): string | null {
  if (code === undefined || code === "SessionRequired") return null;
  if (code === "CodeNeeded") return keys.nowTheCode;
  if (code === "CredentialsSignin") return t.thatAddressAndThatPassword;
  return OF_PROVIDERS.get(code) ?? t.signingInDidNotWork;
}

/** What `web/sessions/providers/` sends somebody back with. */
const OF_PROVIDERS = new Map([
  ["provider", providers.didNotWork],
  ["away", providers.cannotBeReached],
  ["unproven", providers.saysNoAddress],
  ["taken", providers.addressIsSomebodys],
]);

/** Our own server writes `x-address` and lets no other in. */
async function origin(): Promise<{ ip: string; host: string }> {
  const asked = await headers();
  return { ip: asked.get("x-address") ?? "", host: asked.get("host") ?? "" };
}
