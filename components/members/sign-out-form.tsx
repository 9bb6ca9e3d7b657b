"use client";

import { useState, type SubmitEvent as Submitted } from "react";
import { forgetAllKept, isAnythingKept } from "@/client/drafts";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ButtonRow } from "@/components/ui/button-row";
import * as t from "#messages/members";

/** Signs out, of this browser or of all. With script it asks first what becomes of what was written and not posted, if there is any. */
export function SignOutForm({
  everywhere = false,
  plain = false,
}: {
  everywhere?: boolean;
  plain?: boolean;
}) {
  const [asking, setAsking] = useState(false);
  const words = everywhere ? t.signOutEverywhere : t.signOut;
  const action = everywhere ? "/api/v1/account/sessions" : "/api/v1/session";
  function submit(event: Submitted<HTMLFormElement>) {
    if (!isAnythingKept()) return;
    event.preventDefault();
    setAsking(true);
  }
  return (
    <>
      <form method="post" action={action} onSubmit={submit}>
        <input type="hidden" name="_method" value="DELETE" />
        {plain ? <button>{words}</button> : <Button>{words}</Button>}
      </form>
      {asking && (
        <Dialog title={t.youHaveDraftsHere} open onClose={() => setAsking(false)}>
          <p>{t.draftsStayInThisBrowser}</p>
          <form method="post" action={action}>
            <input type="hidden" name="_method" value="DELETE" />
            <ButtonRow>
              <Button look="primary" onClick={forgetAllKept}>
                {t.deleteThemAndSignOut}
              </Button>
              <Button>{t.keepThemAndSignOut}</Button>
            </ButtonRow>
          </form>
        </Dialog>
      )}
    </>
  );
}
