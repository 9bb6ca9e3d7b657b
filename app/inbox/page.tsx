import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { InboxList } from "@/components/members/inbox-list";
import { inboxOf } from "@/domain/inbox/queries";
import { type SearchParams, signInPath } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.inbox, robots: { index: false } };

/** An address with a cursor that is none shows the first page. */
const Cursor = z.uuid().nullable().catch(null);

export default async function InboxPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath("/inbox"));
  const after = Cursor.parse((await searchParams).after);
  return (
    <>
      <h1>{t.inbox}</h1>
      <InboxList {...await inboxOf({ after }, viewer)} first={after === null} />
    </>
  );
}
