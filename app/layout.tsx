import "@/styles/layers.css";
import "@/styles/fonts.css";
import "@/styles/reset.css";
import "@/styles/tokens.css";
import "@/styles/base.css";
import "@/styles/page.css";
import "@/styles/print.css";
import "./fonts";

import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SWITCHES_BEFORE_PAINT } from "@/components/ui/reader-switch";
import { FieldProblems } from "@/components/ui/field-problems";
import { KeepTyped } from "@/components/ui/keep-typed";
import { MenuDismiss } from "@/components/ui/menu-dismiss";
import { RelativeTimes } from "@/components/ui/relative-times";
import { ScrollAnchor } from "@/components/ui/scroll-anchor";
import { SiteFooter } from "@/components/ui/site-footer";
import { SiteHeader } from "@/components/ui/site-header";
import { THEME_BEFORE_PAINT } from "@/components/ui/theme";
import { Announcement } from "@/components/site/announcement";
import { picturePath, readReference, type Picture } from "@/domain/pictures/picture";
import { accentPath } from "@/domain/site/accent";
import { taglineOf } from "@/domain/site/site";
import { absoluteUrl } from "@/web/absolute-url";
import { placeholderFor } from "@/web/pages/html-placeholders";
import { DOOR } from "@/web/pages/paths";
import { siteSettings } from "@/web/pages/site";
import * as t from "#messages/pages";
import { LANGUAGE } from "#messages/locale";

export async function generateMetadata(): Promise<Metadata> {
  const site = await siteSettings();
  return {
    metadataBase: new URL(absoluteUrl()),
    title: { default: site.name, template: `%s · ${site.name}` },
    description: taglineOf(site),
    applicationName: site.name,
    manifest: "/manifest.webmanifest",
    icons: iconsOf(readReference(site.icon)),
  };
}

/** Every icon that a browser asks for, in the site's own mark or in Moot's. */
const iconsOf = (icon: Picture | null): Metadata["icons"] =>
  icon
    ? {
        icon: [32, 192].map((side) => ({
          url: picturePath(icon.hash, side, "png"),
          sizes: `${side}x${side}`,
          type: "image/png",
        })),
        apple: picturePath(icon.hash, 180, "png"),
      }
    : {
        icon: [
          { url: "/favicon.ico", sizes: "32x32" },
          { url: "/icon.svg", type: "image/svg+xml" },
        ],
        apple: "/apple-touch-icon.png",
      };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  // The paper of styles/tokens.css, for the bars of the browser.
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#121418" },
  ],
};

/** Every page: the same bytes for everyone but for the nonce, which is read from a header and no cookie. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const site = await siteSettings();
  return (
    // The theme script may have set `data-theme` before React arrives.
    <html lang={LANGUAGE} suppressHydrationWarning>
      <head>
        <script
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: THEME_BEFORE_PAINT + SWITCHES_BEFORE_PAINT }}
        />
        {site.accent !== null && <link rel="stylesheet" href={DOOR + accentPath(site.accent)} />}
      </head>
      <body>
        <a className="skip" href="#main">
          {t.skipToTheText}
        </a>{" "}
        <KeepTyped />
        <Announcement words={site.announcement} href={site.announcementLink} />
        <SiteHeader name={site.name} logo={site.logo} />
        <main id="main" className="page" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter placeholderFor={placeholderFor} />
        <RelativeTimes />
        <MenuDismiss />
        <ScrollAnchor />
        <FieldProblems />
      </body>
    </html>
  );
}
