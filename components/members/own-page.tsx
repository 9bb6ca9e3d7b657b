"use client";

import { useEffect, useState } from "react";
import { fetchPending } from "@/client/me";
import type { MembersComment } from "@/domain/comments/comment";
import { PendingComments } from "./members-comments";

/** On a member's own page, what only they see of it: their pending comments, and no way to report themselves. */
export function OwnPage({ handle }: { handle: string }) {
  const [items, setItems] = useState<MembersComment[]>([]);
  useEffect(() => {
    void fetchPending().then((told) => {
      if (!told.ok || told.body.handle !== handle) return;
      document.documentElement.dataset.own = "";
      setItems(told.body.items);
    });
    return () => {
      delete document.documentElement.dataset.own;
    };
  }, [handle]);
  return <PendingComments items={items} />;
}
