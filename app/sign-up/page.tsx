import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignUpForm } from "@/components/members/sign-up-form";
import { Notice } from "@/components/ui/notice";
import { type SearchParams, returnPath } from "@/web/pages/search-params";
import { keptForm } from "@/web/kept-form";
import { currentViewer } from "@/web/sessions/session";

export const metadata: Metadata = { title: "Sign up", robots: { index: false } };

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const next = returnPath(asked);
  if (await currentViewer()) redirect(next);
  const kept = await keptForm(asked.kept);
  return (
    <>
      <h1>Sign up</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <SignUpForm next={next} kept={kept} />
    </>
  );
}
