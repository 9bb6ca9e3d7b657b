/** Where a reader's own choice is kept: in the browser, for it is nobody else's business. No cookie. */
export const THEME_KEY = "theme";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/**
 * Runs before anything is painted, so that a chosen theme never flashes the other one. Without script, or without
 * storage, the system's own choice holds.
 */
export const THEME_BEFORE_PAINT = `try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
