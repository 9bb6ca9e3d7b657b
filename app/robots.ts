import type { MetadataRoute } from "next";
import { absoluteUrl } from "@/web/absolute-url";

/** The site's address is known when it runs, not when it is built. */
export const dynamic = "force-dynamic";

/** Everything to be read may be read by machines too. Pages that are for nobody else say `noindex` themselves, which must be read to be obeyed. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/"] },
    sitemap: absoluteUrl("/sitemap.xml"),
  };
}
