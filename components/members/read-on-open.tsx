"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { readNotices } from "@/client/inbox";

/** A list of notices: whichever one opens has been read. Without script a button beside it says so. */
export function ReadOnOpen({ className, children }: { className?: string; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = list;
    const onOpen = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLElement>("a[data-notice]") : null;
      if (link?.dataset.notice !== undefined) void readNotices(link.dataset.notice.split(","));
    };
    // The second button opens it, too, in a tab of its own.
    current?.addEventListener("click", onOpen);
    current?.addEventListener("auxclick", onOpen);
    return () => {
      current?.removeEventListener("click", onOpen);
      current?.removeEventListener("auxclick", onOpen);
    };
  }, []);
  return (
    <div className={className} ref={list}>
      {children}
    </div>
  );
}
