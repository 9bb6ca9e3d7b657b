import { SitePageView } from "@/components/site/site-page-view";
import { sitePage } from "@/domain/site/queries";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/site-settings";

export const generateMetadata = () =>
  pageMetadata({ title: t.imprint, description: t.whatImprintSays, path: "/imprint" });

export default async function ImprintPage() {
  return <SitePageView page={await sitePage("imprint")} />;
}
