import type { Metadata } from "next";
import { StopForms, StopSaid } from "@/components/members/stop-forms";
import { Notice } from "@/components/ui/notice";
import { stopNamed, type StopPlace } from "@/domain/inbox/mails/stop";
import { stopPlace } from "@/domain/inbox/mails/unsubscribe";
import { isRefusal } from "@/platform/refusal";
import { type SearchParams, single } from "@/web/pages/search-params";
import { readFormFlash } from "@/web/pages/kept-form";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/notices";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

export const metadata: Metadata = {
  title: t.emailsFromMoot,
  robots: { index: false },
  referrer: "no-referrer",
};

/** Where a link in a mail leads, signed in or not. Programs open links too, so nothing happens before a button is pressed. */
export default async function UnsubscribePage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams;
  const token = single(asked.token);
  const [found, kept, viewer] = await Promise.all([
    token === undefined ? { problem: t.linkIsIncomplete } : placeOf(token),
    readFormFlash(asked.kept),
    currentViewer(),
  ]);
  const stop = stopNamed(single(asked.stop));
  return (
    <>
      <h1>{t.emailsFromMoot}</h1>
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {"problem" in found ? (
        <Notice kind="problem">{found.problem}</Notice>
      ) : (
        <>
          <p>{say(t.theseAreEMailsOf, { handle: found.handle })}</p>
          {viewer && viewer.handle !== found.handle && (
            <p>{say(t.youAreSomebodyElse, { viewer: viewer.handle, handle: found.handle })}</p>
          )}
          <StopSaid
            place={found}
            token={token ?? ""}
            stop={stop}
            said={kept ? undefined : single(asked.said)}
          />
          <StopForms place={found} token={token ?? ""} stop={stop} said={single(asked.said)} />
        </>
      )}
      <p>{rich(t.allOnAccount, { link: (words) => <a href="/account#mail">{words}</a> })}</p>
    </>
  );
}

async function placeOf(token: string): Promise<StopPlace | { problem: string }> {
  try {
    return await stopPlace(token);
  } catch (problem) {
    if (isRefusal(problem)) return { problem: problem.message };
    throw problem;
  }
}
