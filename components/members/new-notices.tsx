"use client";

import { useEffect, useState } from "react";
import { onUnread } from "@/client/inbox";
import * as t from "#messages/inbox";

/** Says above the list that something has come since the page was drawn. */
export function NewNotices({ unread }: { unread: number }) {
  const [more, setMore] = useState(false);
  useEffect(() => {
    let before = unread;
    return onUnread((now) => {
      if (now > before) setMore(true);
      before = now;
    });
  }, [unread]);
  return <p role="status">{more && <a href="/inbox">{t.newNotices}</a>}</p>;
}
