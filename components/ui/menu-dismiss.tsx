"use client";

import { useEffect } from "react";

const open = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");

/** Closes menus as one expects of them: on Escape (the focus goes back to the word), and on a press elsewhere. */
export function MenuDismiss() {
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      for (const menu of open()) {
        if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false;
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      for (const menu of open()) {
        menu.open = false;
        menu.querySelector("summary")?.focus();
      }
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return null;
}
