import { SitePageView } from "@/components/site/site-page-view";
import { sitePage } from "@/domain/site/queries";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/site-settings";

export const generateMetadata = () =>
  pageMetadata({ title: t.authorities, description: t.whatAuthoritiesSays, path: "/authorities" });

export default async function AuthoritiesPage() {
  return <SitePageView page={await sitePage("authorities")} />;
}
