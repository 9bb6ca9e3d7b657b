import type { Metadata } from "next";
import { LinkForm } from "@/components/members/recovery-forms";
import { Notice } from "@/components/ui/notice";
import { type SearchParams, single } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import * as t from "#messages/pages";

export const metadata: Metadata = {
  title: t.undoTheChange,
  robots: { index: false },
  referrer: "no-referrer",
};

/** Where a link in a mail leads. Programs open links too, so nothing happens before the button is pressed. */
export default async function UndoAddressPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const kept = await readFormFlash(asked.kept);
  const token = single(asked.token);
  return (
    <>
      <h1>{t.undoTheChange}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {token === undefined ? (
        <p>{t.thatLinkIsIncomplete}</p>
      ) : (
        <LinkForm
          token={token}
          page="/undo-address"
          action="/api/v1/account/address/undo"
          words={t.yesUndoIt}
        />
      )}
    </>
  );
}
