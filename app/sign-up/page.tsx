import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ProviderLinks } from "@/components/members/providers";
import { withNext } from "@/components/members/sign-in-form";
import { SignUpForm } from "@/components/members/sign-up-form";
import { findInvitation } from "@/domain/members/joining/invitations";
import { currentJoining } from "@/domain/members/joining/queries";
import { currentAgreement, drawnBefore } from "@/domain/members/joining/sign-up-form";
import { whatToKnow, type ToKnow } from "@/domain/members/joining/joining";
import { offeredProviders } from "@/domain/members/providers/joined";
import { signUpClosedUntil } from "@/domain/moderation/raid/queries";
import { Notice } from "@/components/ui/notice";
import { type SearchParams, returnPath, single } from "@/web/pages/search-params";
import { keepsNoCookies, readFormFlash, whatWaits } from "@/web/pages/kept-form";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";
import * as providers from "#messages/providers";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.signUp, robots: { index: false } };

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const next = returnPath(asked);
  const viewer = await currentViewer();
  if (viewer?.unproven) redirect(withNext("/confirm-address", next));
  if (viewer) redirect(next);
  const invitation = single(asked.invitation);
  const [kept, may, awaited, agreement] = await Promise.all([
    readFormFlash(asked.kept),
    whetherOneMayJoin(invitation),
    whatWaits(next),
    currentAgreement(),
  ]);
  const problem = kept?.problem ?? ((await keepsNoCookies(asked)) ? t.cookiesAreOff : null);
  return (
    <>
      <h1>{t.signUp}</h1>
      {may.sentence !== null && <Notice kind={may.open ? undefined : "problem"}>{may.sentence}</Notice>}
      {may.open && problem !== null && <Notice kind="problem">{problem}</Notice>}
      {may.open && problem === null && awaited && <Notice>{awaited.sentence}</Notice>}
      {may.open && (
        <SignUpForm
          next={next}
          kept={kept}
          finish={awaited?.finish}
          joining={{ drawn: drawnBefore(kept?.fields.drawn), agreement, invitation }}
        />
      )}
      {may.open && (
        <ProviderLinks
          providers={offeredProviders()}
          label={({ name }) => say(providers.signUpWith, { name })}
          query={{ ...(next !== "/" && { next }), ...(invitation !== undefined && { invitation }) }}
        />
      )}
    </>
  );
}

async function whetherOneMayJoin(token: string | undefined): Promise<ToKnow> {
  const closed = await signUpClosedUntil();
  if (closed !== null) return { open: false, sentence: closed };
  const [joining, invitation] = await Promise.all([
    currentJoining(),
    token === undefined ? null : findInvitation(token),
  ]);
  return whatToKnow(joining, token === undefined ? "none" : invitation === null ? "bad" : "good");
}
