import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { FinishSignUpForm } from "@/components/members/providers";
import { Notice } from "@/components/ui/notice";
import { currentAgreement, drawnBefore } from "@/domain/members/joining/sign-up-form";
import { Name } from "@/domain/members/schema";
import { readFormFlash } from "@/web/pages/kept-form";
import type { SearchParams } from "@/web/pages/search-params";
import { newcomerIn } from "@/web/sessions/providers/way-cookie";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/providers";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.almostThere, robots: { index: false } };

/** Somebody came from a provider and has no account yet; all that is missing is what they are called, and their word for the rules. */
export default async function FinishSignUpPage({ searchParams }: { searchParams: SearchParams }) {
  if (await currentViewer()) redirect("/");
  const newcomer = newcomerIn((await cookies()).toString());
  if (!newcomer) redirect("/sign-up");
  const { outsider, provider, invitation } = newcomer;
  const [kept, agreement] = await Promise.all([readFormFlash((await searchParams).kept), currentAgreement()]);
  return (
    <>
      <h1>{t.almostThere}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <p>{say(t.youComeFrom, { name: provider, email: outsider.email })}</p>
      <FinishSignUpForm
        name={Name.safeParse(outsider.name).data ?? ""}
        kept={kept}
        joining={{ drawn: drawnBefore(kept?.fields.drawn), agreement, invitation }}
      />
      <p>{rich(t.startAgain, { link: (words) => <a href="/sign-in">{words}</a> })}</p>
    </>
  );
}
