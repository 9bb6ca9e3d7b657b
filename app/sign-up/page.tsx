import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { withNext } from "@/components/members/sign-in-form";
import { SignUpForm } from "@/components/members/sign-up-form";
import { signUpClosedUntil } from "@/domain/moderation/raid/queries";
import { Notice } from "@/components/ui/notice";
import { type SearchParams, returnPath } from "@/web/pages/search-params";
import { readFormFlash, whatWaits } from "@/web/pages/kept-form";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.signUp, robots: { index: false } };

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const next = returnPath(asked);
  const viewer = await currentViewer();
  if (viewer?.unproven) redirect(withNext("/confirm-address", next));
  if (viewer) redirect(next);
  const [kept, closed, awaited] = await Promise.all([
    readFormFlash(asked.kept),
    signUpClosedUntil(),
    whatWaits(next),
  ]);
  return (
    <>
      <h1>{t.signUp}</h1>
      {closed !== null && <Notice kind="problem">{closed}</Notice>}
      {closed === null && kept && <Notice kind="problem">{kept.problem}</Notice>}
      {closed === null && !kept && awaited && <Notice>{awaited.sentence}</Notice>}
      {closed === null && <SignUpForm next={next} kept={kept} finish={awaited?.finish} />}
    </>
  );
}
