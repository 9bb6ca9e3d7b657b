import { SitePageView } from "@/components/site/site-page-view";
import { sitePage } from "@/domain/site/queries";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/site-settings";

export const generateMetadata = () =>
  pageMetadata({ title: t.accessibility, description: t.whatAccessibilitySays, path: "/accessibility" });

export default async function AccessibilityPage() {
  return <SitePageView page={await sitePage("accessibility")} />;
}
