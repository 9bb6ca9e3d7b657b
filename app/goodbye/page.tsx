import type { Metadata } from "next";
import * as t from "#messages/pages";
import { rich } from "@/messages/rich";

export const metadata: Metadata = { title: t.accountIsHidden, robots: { index: false } };

/** Where one is led once one's own account is hidden. */
export default function GoodbyePage() {
  return (
    <>
      <h1>{t.accountIsHidden}</h1>
      <p>{rich(t.signInWithinAWeek, { link: (words) => <a href="/sign-in">{words}</a> })}</p>
    </>
  );
}
