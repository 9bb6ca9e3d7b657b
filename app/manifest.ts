import type { MetadataRoute } from "next";
import { picturePath, readReference, type Picture } from "@/domain/pictures/picture";
import { taglineOf } from "@/domain/site/site";
import { siteSettings } from "@/web/pages/site";
import { LANGUAGE } from "#messages/locale";

/** The site's name and icon can change while it runs. */
export const dynamic = "force-dynamic";

/** What a phone shows of the site on its first screen: its own name and icon, or Moot's (Web Application Manifest). */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const site = await siteSettings();
  return {
    name: site.name,
    short_name: site.name,
    description: taglineOf(site),
    id: "/",
    start_url: "/",
    scope: "/",
    display: "browser",
    lang: LANGUAGE,
    // The paper of styles/tokens.css.
    background_color: "#fcfaf6",
    theme_color: "#fcfaf6",
    icons: iconsOf(readReference(site.icon)),
  };
}

/** An icon of the site's own is not drawn with room around it, so no phone may cut it round. */
const iconsOf = (icon: Picture | null): MetadataRoute.Manifest["icons"] =>
  icon
    ? [192, 512].map((side) => ({
        src: picturePath(icon.hash, side, "png"),
        sizes: `${side}x${side}`,
        type: "image/png",
      }))
    : [
        { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
        ...[192, 512].map((side) => ({
          ...{ src: `/icon-${side}.png`, sizes: `${side}x${side}`, type: "image/png" },
          // "any maskable": nothing is drawn near the edge. Next's type knows one purpose at a time.
          purpose: "any maskable" as "any",
        })),
      ];
