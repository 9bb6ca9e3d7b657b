import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ErasureForm } from "@/components/members/erasure-form";
import { MetaLine } from "@/components/ui/meta-line";
import { Notice } from "@/components/ui/notice";
import { type SearchParams, signInPath } from "@/web/pages/search-params";
import { articlesOfMember } from "@/domain/articles/of-member";
import { readFormFlash } from "@/web/pages/kept-form";
import { currentViewer } from "@/web/sessions/session";
import styles from "@/components/members/members.module.css";
import * as t from "#messages/pages";
import { rich } from "@/messages/rich";

export const metadata: Metadata = { title: t.deleteMyAccount, robots: { index: false } };

/** Says what goes, what stays and how long one can think better of it, before it asks. */
export default async function DeleteAccountPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath("/account/delete"));
  const kept = await readFormFlash((await searchParams).kept);
  const isAuthor = (await articlesOfMember(viewer.handle)).length > 0;
  return (
    <>
      <MetaLine>
        <a href="/account">{t.account}</a>
      </MetaLine>
      <h1>{t.deleteMyAccount}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      <div className={styles.told}>
        <p>{t.hiddenForAWeek}</p>
        <p>{t.thenItGoes}</p>
        <p>{t.whatOthersKeep}</p>
        {isAuthor && <p>{t.bylinesStay}</p>}
        <p>{rich(t.takeACopyFirst, { link: (words) => <a href="/api/v1/account/data">{words}</a> })}</p>
      </div>
      {viewer.sample ? <p>{t.theSampleStays}</p> : <ErasureForm kept={kept} />}
    </>
  );
}
