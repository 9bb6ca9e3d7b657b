import type { Metadata } from "next";
import { LinkForm } from "@/components/members/recovery-forms";
import { Notice } from "@/components/ui/notice";
import { type SearchParams, single } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import * as t from "#messages/pages";
import { rich } from "@/messages/rich";

export const metadata: Metadata = {
  title: t.isThisYourAddress,
  robots: { index: false },
  referrer: "no-referrer",
};

/** Where a link in a mail leads. Programs open links too, so nothing happens before the button is pressed. */
export default async function NewAddressPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const kept = await readFormFlash(asked.kept);
  const token = single(asked.token);
  if (token === undefined && single(asked.said) === "proven") return <Proven />;
  return (
    <>
      <h1>{t.isThisYourAddress}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {token === undefined ? (
        <p>{t.thatLinkIsIncomplete}</p>
      ) : (
        <LinkForm
          token={token}
          page="/new-address"
          action="/api/v1/account/address/proof"
          words={t.yesThisIsMyAddress}
        />
      )}
    </>
  );
}

/** In a browser that is not signed in to the account. */
const Proven = () => (
  <>
    <h1>{t.yourAddressIsChanged}</h1>
    <p>{rich(t.nextTimeYouSignIn, { link: (words) => <a href="/account">{words}</a> })}</p>
  </>
);
