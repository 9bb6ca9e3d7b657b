import "swagger-ui-dist/swagger-ui.css";

import { DescriptionViewer } from "@/components/api/description-viewer";
import { DOOR } from "@/web/pages/paths";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/pages";
import { rich } from "@/messages/rich";

const DESCRIPTION = `${DOOR}/openapi.json`;

export const metadata = pageMetadata({
  title: "API",
  description: t.everythingAReader,
  path: "/api",
});

export default function ApiPage() {
  return (
    <>
      <h1>{t.api}</h1>
      <p>{rich(t.everythingAndItsDescription, { link: (words) => <a href={DESCRIPTION}>{words}</a> })}</p>
      <DescriptionViewer description={DESCRIPTION} />
    </>
  );
}
