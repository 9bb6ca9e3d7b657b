import { readable } from "./colour";

/** Where the stylesheet of an accent stands behind the door; its address says all that is in it. @param accent "#rrggbb" */
export const accentPath = (accent: string): string => `/site/accents/${accent.slice(1)}`;

/** The stylesheet: the accent by day, and a lighter one by night; paper that is printed stays black. Not in a layer, so that it wins. */
export const accentStyle = (accent: string): string =>
  `@media screen{:root{--link:light-dark(${accent},${readable(accent, "dark")})}}\n`;
