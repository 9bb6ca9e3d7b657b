"use client";

import { useEffect } from "react";
import * as t from "#messages/articles";

/** How long "Copied" stands before the word is a button again. Milliseconds. */
const SAID_FOR = 2_000;

/** Copies the address that a button of the page has for it, and says so on the button and to those who listen. */
export function CopyLinks() {
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>("[data-copy]") : null;
      if (button) void copyFrom(button);
    };
    document.addEventListener("click", onClick);
    for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]"))
      button.disabled = false;
    return () => document.removeEventListener("click", onClick);
  }, []);
  return null;
}

async function copyFrom(button: HTMLElement): Promise<void> {
  const said = await copy(button.dataset.copy ?? "");
  const status = button.nextElementSibling;
  button.textContent = said;
  if (status) status.textContent = said;
  setTimeout(() => {
    button.textContent = t.copyLink;
    if (status) status.textContent = "";
  }, SAID_FOR);
}

/** Where the browser may not write to the clipboard, it says what to do instead. */
async function copy(href: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(href);
    return t.copied;
  } catch {
    return t.copyItFromTheAddressBar;
  }
}
