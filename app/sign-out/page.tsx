import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignOutForm } from "@/components/members/account-forms";
import { currentViewer } from "@/web/sessions/session";

export const metadata: Metadata = { title: "Sign out", robots: { index: false } };

/** A link must not sign anybody out, so this asks. */
export default async function SignOutPage() {
  const viewer = await currentViewer();
  if (!viewer) redirect("/");
  return (
    <>
      <h1>Sign out</h1>
      <p>You are signed in as {viewer.name}.</p>
      <SignOutForm />
    </>
  );
}
