import { siteStorage } from "./storage";

const NAME = "keys";

/** Single keys can be in the way of other tools, so they can be switched off. */
export const shortcutsAreOn = (): boolean => siteStorage.get(NAME) !== "off";
export const switchShortcuts = (on: boolean): void => siteStorage.set(NAME, on ? "on" : "off");
