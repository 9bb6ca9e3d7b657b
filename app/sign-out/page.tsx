import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignOutForm } from "@/components/members/sign-out-form";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

export const metadata: Metadata = { title: t.signOut, robots: { index: false } };

/** A link must not sign anybody out, so this asks. */
export default async function SignOutPage() {
  const viewer = await currentViewer();
  if (!viewer) redirect("/");
  return (
    <>
      <h1>{t.signOut}</h1>
      <p>{say(t.signedInAs, { name: viewer.name })}</p>
      <SignOutForm />
    </>
  );
}
