"use client";

import { useEffect, useState } from "react";
import { onNoticesMayHaveCome, onRead, tellUnread } from "@/client/inbox";
import { fetchMe } from "@/client/me";
import { onQueueCounts } from "@/client/queue-counts";
import type { Me } from "@/domain/members/answers";
import { SignOutForm } from "@/components/members/sign-out-form";
import { Apart } from "./apart";
import { signInAndBack } from "./lead-back";
import { Menu } from "./menu";
import { StaysWhole } from "./stays-whole";
import styles from "./site-header.module.css";
import * as t from "#messages/site";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

/** Above this the exact number says nothing more. */
const COUNTED = 99;
/** Whoever looks at a page hears of new notices this often. Milliseconds. */
const ASKED_EVERY = 60_000;

/**
 * The end of the header. The server draws one link for everyone (`/account` sends whoever is not signed in to sign in), which
 * stays until script knows who is reading; then it says "Sign in", or who they are, what is unread, and what they look after.
 */
export const ViewerMenu = () => (
  <StaysWhole
    instead={
      <div className={styles.viewer}>
        <a href="/account">{t.account}</a>
      </div>
    }
  >
    <WhoReads />
  </StaysWhole>
);

function WhoReads() {
  const [me, setMe] = useState<Me>();
  useEffect(() => keepAsking(setMe), []);
  if (!me?.member) {
    return (
      <div className={styles.viewer}>
        <a href="/account" {...(me && { onPointerDown: leadBack, onClick: leadBack })}>
          {me ? t.signIn : t.account}
        </a>
      </div>
    );
  }
  const { member, unread } = me;
  return (
    <div className={styles.viewer}>
      <StaffLinks me={me} className={styles.staff} />
      {member.unproven && (
        <a className={styles.standing} href="/confirm-address">
          {t.confirmYourAddress}
        </a>
      )}
      {member.heldBack && (
        <a className={styles.standing} href="/account">
          {t.yourRoleIsOnHold}
        </a>
      )}
      {member.suspended && (
        <a className={styles.standing} href="/account/decisions">
          {t.suspended}
        </a>
      )}
      {unread > 0 && (
        <a href="/inbox" aria-label={say(t.unreadNotices, { unread })}>
          <Apart>
            <span className={styles.inbox}>{t.inbox}</span>
            <span className={styles.badge}>{atMost(unread)}</span>
          </Apart>
        </a>
      )}
      <Menu label={<span className={styles.member}>{member.name}</span>}>
        <a href={`/members/${member.handle}`}>{t.myPage}</a>
        <a href="/inbox">
          {rich(t.inboxUnread, {
            unread: unread > 0 && <span className={styles.count}>{atMost(unread)}</span>,
          })}
        </a>
        <a href="/following">{t.following}</a>
        <a href="/account">{t.account}</a>
        <StaffLinks me={me} className={styles.staffInMenu} />
        {me.can.listMembers && (
          <>
            <a href="/moderation/members">{t.members}</a>
            <a href="/moderation/site">{t.siteSettings}</a>
            <a href="/moderation/settings">{t.moderationSettings}</a>
          </>
        )}
        <SignOutForm plain />
      </Menu>
    </div>
  );
}

/** Asks at once, and whoever is signed in again: now and then, when they come back to the page, when somebody writes in the discussion they read, and when notices were read or the desk's queues moved. */
function keepAsking(hear: (me: Me) => void): () => void {
  let me: Me | undefined;
  let counted = "";
  const ask = async () => {
    me = await fetchMe(me);
    hear(me);
    if (me.member) tellUnread(me.unread);
  };
  const look = () => {
    if (document.visibilityState === "visible" && me?.member) void ask();
  };
  void ask();
  const timer = setInterval(look, ASKED_EVERY);
  document.addEventListener("visibilitychange", look);
  const ends = [
    onRead(() => void ask()),
    onNoticesMayHaveCome(look),
    onQueueCounts((counts) => {
      const told = JSON.stringify(counts);
      if (told !== counted) void ask();
      counted = told;
    }),
  ];
  return () => {
    for (const end of ends) end();
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

type SignedIn = Extract<Me, { unread: number }>;

/** What somebody looks after here day by day: beside their name where there is room, in their menu where there is not. */
function StaffLinks({ me: { queue, can }, className }: { me: SignedIn; className: string | undefined }) {
  return (
    <>
      {queue !== undefined && (
        <a className={className} href="/moderation" aria-label={say(t.moderationPending, { queue })}>
          {rich(t.moderationWaiting, {
            waiting: queue > 0 && <span className={styles.count}>{atMost(queue)}</span>,
          })}
        </a>
      )}
      {can.write && (
        <a className={className} href="/write">
          {t.articles}
        </a>
      )}
    </>
  );
}

/** Whoever signs in comes back to where they are. */
function leadBack({ currentTarget }: { currentTarget: HTMLAnchorElement }) {
  const there = signInAndBack(location);
  if (there !== null) currentTarget.href = there;
}

const atMost = (count: number): string => (count > COUNTED ? `${COUNTED}+` : String(count));
