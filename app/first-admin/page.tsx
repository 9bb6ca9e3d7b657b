import type { Metadata } from "next";
import { FirstAdminForm } from "@/components/members/first-admin-form";
import { Notice } from "@/components/ui/notice";
import { opensFirstAdmin } from "@/domain/members/first-admin";
import { currentSite, fixedSettings } from "@/domain/site/queries";
import { readFormFlash } from "@/web/pages/kept-form";
import { type SearchParams, single } from "@/web/pages/search-params";
import * as members from "#messages/members";
import * as t from "#messages/pages";
import { rich } from "@/messages/rich";

export const metadata: Metadata = {
  title: t.setUpThisSite,
  robots: { index: false },
  referrer: "no-referrer",
};

/** Where the link leads that a start prints. It says the same for every link that is not good, whatever the reason. */
export default async function FirstAdminPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const token = single(asked.token);
  if (token === undefined || !(await opensFirstAdmin(token))) return <NotGood />;
  const [kept, site] = await Promise.all([readFormFlash(asked.kept), currentSite()]);
  const named = fixedSettings().some(({ setting }) => setting === "name");
  return (
    <>
      <h1>{t.setUpThisSite}</h1>
      {kept ? <Notice kind="problem">{kept.problem}</Notice> : <p>{t.youBecomeTheFirstAdmin}</p>}
      <FirstAdminForm token={token} siteName={named ? null : site.name} kept={kept} />
    </>
  );
}

const NotGood = () => (
  <>
    <h1>{t.setUpThisSite}</h1>
    <Notice kind="problem">{members.thatFirstAdminLinkIsNotGood}</Notice>
    <p>{rich(t.howToGetAFirstAdminLink, { sign: (words) => <a href="/sign-in">{words}</a> })}</p>
  </>
);
