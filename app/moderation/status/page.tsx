import type { Metadata } from "next";
import { whoMay } from "@/app/moderation/moderator-at";
import { StatusList } from "@/components/moderation/status-list";
import { MetaLine } from "@/components/ui/meta-line";
import { Time } from "@/components/ui/time";
import { mayReadStatus } from "@/domain/operations/policy";
import { siteStatus } from "@/domain/operations/queries";
import * as pages from "#messages/pages";
import * as t from "#messages/status";
import { rich } from "@/messages/rich";

export const metadata: Metadata = { title: t.siteStatus, robots: { index: false } };

const OVERALL = { good: t.nothingIsTheMatter, look: t.somethingToLookAt, bad: t.somethingIsBroken };

export default async function StatusPage() {
  const status = await siteStatus(await whoMay(mayReadStatus, "/moderation/status"));
  return (
    <>
      <MetaLine>
        <a href="/moderation">{pages.moderation}</a>
      </MetaLine>
      <h1>{t.siteStatus}</h1>
      <p>{OVERALL[status.level]}</p>
      <StatusList lines={status.lines} />
      <p>{rich(t.whatIsMeasured, { when: <Time at={status.at} exact /> })}</p>
    </>
  );
}
