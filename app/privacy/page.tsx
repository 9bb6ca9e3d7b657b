import { SitePageView } from "@/components/site/site-page-view";
import { sitePage } from "@/domain/site/queries";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/site-settings";

export const generateMetadata = () =>
  pageMetadata({ title: t.privacy, description: t.whatPrivacySays, path: "/privacy" });

export default async function PrivacyPage() {
  return <SitePageView page={await sitePage("privacy")} />;
}
