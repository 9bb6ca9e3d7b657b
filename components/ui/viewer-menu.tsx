"use client";

import { useEffect, useState } from "react";
import { fetchMe } from "@/client/me";
import type { Me } from "@/domain/members/answers";
import { Menu } from "./menu";
import styles from "./site-header.module.css";

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
        <a href="/account">{me ? "Sign in" : "Sign in / You"}</a>
      </div>
    );
  }
  const { member, unread, queue } = me;
  return (
    <div className={styles.viewer}>
      {unread > 0 && (
        <a href="/inbox" aria-label={unread === 1 ? "1 unread notice" : `${unread} unread notices`}>
          <span className={styles.badge}>{atMost(unread)}</span>
        </a>
      )}
      <Menu label={<span className={styles.member}>{member.name}</span>}>
        <a href={`/members/${member.handle}`}>My page</a>
        <a href="/inbox">Inbox {unread > 0 && <span className={styles.count}>{atMost(unread)}</span>}</a>
        {queue !== undefined && (
          <a href="/moderation">
            Moderation <span className={styles.count}>{atMost(queue)}</span>
          </a>
        )}
        <a href="/account">Account</a>
        <form method="post" action="/api/v1/session">
          <input type="hidden" name="_method" value="DELETE" />
          <button>Sign out</button>
        </form>
      </Menu>
    </div>
  );
}

const atMost = (count: number): string => (count > COUNTED ? `${COUNTED}+` : String(count));
