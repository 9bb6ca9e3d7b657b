"use client";

import { useEffect, useState } from "react";
import * as t from "#messages/articles";

/** How long "Copied" stands before the word is a button again. Milliseconds. */
const SAID_FOR = 2_000;

/** Where the browser may not write to the clipboard, it says what to do instead. */
export function CopyLink({ href }: { href: string }) {
  const [said, say] = useState<string>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => say(undefined), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <>
      <button type="button" onClick={() => void copy(href).then(say)}>
        {said ?? t.copyLink}
      </button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}

async function copy(href: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(href);
    return t.copied;
  } catch {
    return t.copyItFromTheAddressBar;
  }
}
