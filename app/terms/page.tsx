import { SitePageView } from "@/components/site/site-page-view";
import { sitePage } from "@/domain/site/queries";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/site-settings";

export const generateMetadata = () =>
  pageMetadata({ title: t.terms, description: t.whatTermsSays, path: "/terms" });

export default async function TermsPage() {
  return <SitePageView page={await sitePage("terms")} />;
}
