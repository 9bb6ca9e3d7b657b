import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { OwnDataLink } from "@/components/members/account-forms";
import { SignOutForm } from "@/components/members/sign-out-form";
import { DecisionsAboutMe } from "@/components/moderation/decisions-about-me";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { decisionsAbout } from "@/domain/moderation/decisions/about-me";
import { type SearchParams, signInPath } from "@/web/pages/search-params";
import { currentViewer, currentBannedMember } from "@/web/sessions/session";
import * as t from "#messages/pages";
import { rich } from "@/messages/rich";

export const metadata: Metadata = { title: t.decisionsAboutYou, robots: { index: false } };

/** An address with a cursor that is none shows the first page. */
const Cursor = z
  .string()
  .regex(/^\d{1,15}$/)
  .nullable()
  .catch(null);

/** For a member; and all that a banned one who signs in comes to. */
export default async function DecisionsPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  const banned = viewer ? null : await currentBannedMember();
  const reader = viewer ?? banned;
  if (!reader) redirect(signInPath("/account/decisions"));
  const after = Cursor.parse((await searchParams).after);
  return (
    <>
      <h1>{banned ? t.yourAccountIsClosed : t.decisionsAboutYou}</h1>
      {banned && (
        <>
          <Notice kind="problem">
            {banned.suspension?.until ? (
              <>{rich(t.untilWhen, { when: <Time at={banned.suspension.until.toISOString()} exact /> })} </>
            ) : null}
            {banned.suspension?.reason}
          </Notice>
          <p>{t.youCanRead}</p>
        </>
      )}
      <DecisionsAboutMe {...await decisionsAbout({ after }, reader)} />
      <OwnDataLink />
      {banned && <SignOutForm />}
    </>
  );
}
