import type { MetadataRoute } from "next";
import { absoluteUrl } from "@/web/absolute-url";

/** The site's address is known when it runs, not when it is built. */
export const dynamic = "force-dynamic";

/** Everything to be read may be read by machines too; what answers a person only costs them time. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/sign-in", "/sign-up", "/moderation/queue"] },
    sitemap: absoluteUrl("/sitemap.xml"),
  };
}
