import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { InboxFilters } from "@/components/members/inbox-filters";
import { InboxList } from "@/components/members/inbox-list";
import { NewNotices } from "@/components/members/new-notices";
import { MetaLine } from "@/components/ui/meta-line";
import { INBOX_FILTERS, INBOX_VIEWS, kindsIn } from "@/domain/inbox/groups";
import { inboxOf, unreadCount } from "@/domain/inbox/queries";
import { seesTheDesk } from "@/domain/moderation/decisions/policy";
import { type SearchParams, signInPath } from "@/web/pages/search-params";
import { currentViewer } from "@/web/sessions/session";
import * as inbox from "#messages/inbox";
import * as t from "#messages/pages";

export const metadata: Metadata = { title: t.inbox, robots: { index: false } };

/** An address with a cursor or a part that is none shows the first page. */
const Cursor = z.uuid().nullable().catch(null);
const Only = z.enum(INBOX_VIEWS).nullable().catch(null);

export default async function InboxPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath("/inbox"));
  const asked = await searchParams;
  const [after, only] = [Cursor.parse(asked.after), Only.parse(asked.only)];
  const [page, unread] = await Promise.all([
    inboxOf({ after, kinds: only && kindsIn(only) }, viewer),
    unreadCount(viewer),
  ]);
  const filters = INBOX_FILTERS.filter((filter) => filter !== "staff" || seesTheDesk(viewer));
  return (
    <>
      <h1>{t.inbox}</h1>
      <MetaLine>
        <a href="/account#mail">{inbox.whatComesByMail}</a>
      </MetaLine>
      <InboxFilters filters={filters} only={only} />
      <NewNotices unread={unread} />
      <InboxList {...page} first={after === null} only={only} />
    </>
  );
}
