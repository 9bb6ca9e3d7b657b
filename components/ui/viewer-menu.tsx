"use client";

import { useEffect, useState } from "react";
import { fetchMe } from "@/client/me";
import type { Me } from "@/domain/members/answers";
import { SignOutForm } from "@/components/members/sign-out-form";
import { Menu } from "./menu";
import styles from "./site-header.module.css";
import * as t from "#messages/site";
import { say } from "@/messages/say";
import { rich } from "@/messages/rich";

/** Above this the exact number says nothing more. */
const COUNTED = 99;

/**
 * The end of the header. The server draws one link for everyone (`/account` sends whoever is not signed in to sign in);
 * script asks who is reading and puts their name, what is unread, and the desk in its place.
 */
export function ViewerMenu() {
  const [me, setMe] = useState<Me>();
  useEffect(() => {
    void fetchMe().then(setMe);
  }, []);
  if (!me?.member) {
    return (
      <div className={styles.viewer}>
        <a href="/account" {...(me && { onPointerDown: leadBack, onClick: leadBack })}>
          {me ? t.signIn : t.signInOrYou}
        </a>
      </div>
    );
  }
  const { member, unread, queue } = me;
  return (
    <div className={styles.viewer}>
      {unread > 0 && (
        <a href="/inbox" aria-label={say(t.unreadNotices, { unread })}>
          <span className={styles.badge}>{atMost(unread)}</span>
        </a>
      )}
      <Menu label={<span className={styles.member}>{member.name}</span>}>
        <a href={`/members/${member.handle}`}>{t.myPage}</a>
        <a href="/inbox">
          {rich(t.inboxUnread, {
            unread: unread > 0 && <span className={styles.count}>{atMost(unread)}</span>,
          })}
        </a>
        {queue !== undefined && (
          <a href="/moderation">
            {rich(t.moderationWaiting, { waiting: <span className={styles.count}>{atMost(queue)}</span> })}
          </a>
        )}
        <a href="/account">{t.account}</a>
        <SignOutForm plain />
      </Menu>
    </div>
  );
}

/** Whoever signs in comes back to where they are: the page, and the place on it, which only the browser knows. */
function leadBack({ currentTarget }: { currentTarget: HTMLAnchorElement }) {
  const { pathname, search, hash } = location;
  if (/^\/sign-(in|up|out)$/.test(pathname)) return;
  currentTarget.href = `/sign-in?${new URLSearchParams({ next: pathname + search + hash }).toString()}`;
}

const atMost = (count: number): string => (count > COUNTED ? `${COUNTED}+` : String(count));
