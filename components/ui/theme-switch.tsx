"use client";

import { Apart } from "./apart";
import { useSyncExternalStore } from "react";
import { THEME_KEY, THEMES, type Theme } from "./theme";
import { useScript } from "./use-script";
import styles from "./theme-switch.module.css";
import * as t from "#messages/site";

const WORDS: Record<Theme, string> = { system: t.system, light: t.light, dark: t.dark };

/** System, light or dark. Absent without script: then the system is followed. */
export function ThemeSwitch() {
  const chosen = useSyncExternalStore(onChange, current, () => "system");
  const script = useScript();
  if (!script) return null;
  return (
    <fieldset className={`needs-script ${styles.switch}`}>
      <legend className="visually-hidden">{t.lightOrDark}</legend>
      <Apart>
        {THEMES.map((theme) => (
          <label key={theme}>
            <input
              className="visually-hidden"
              type="radio"
              name="theme"
              value={theme}
              checked={chosen === theme}
              onChange={() => choose(theme)}
            />
            <span>{WORDS[theme]}</span>
          </label>
        ))}
      </Apart>
    </fieldset>
  );
}

const current = (): string => document.documentElement.dataset.theme ?? "system";

const listeners = new Set<() => void>();

function choose(theme: Theme) {
  show(theme);
  try {
    if (theme === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage may be forbidden: then the choice holds for this page.
  }
}

function show(theme: string | null) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const listener of listeners) listener();
}

/** Also when it was chosen in another tab. */
function onChange(listener: () => void) {
  const fromElsewhere = (event: StorageEvent) => {
    if (event.key === THEME_KEY) show(event.newValue);
  };
  listeners.add(listener);
  window.addEventListener("storage", fromElsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", fromElsewhere);
  };
}
