import "swagger-ui-dist/swagger-ui.css";

import { DescriptionViewer } from "@/components/api/description-viewer";
import { DOOR } from "@/web/pages/paths";
import { pageMetadata } from "@/app/page-metadata";

const DESCRIPTION = `${DOOR}/openapi.json`;

export const metadata = pageMetadata({
  title: "API",
  description: "Everything a reader, writer or moderator can do here, a program can do, too.",
  path: "/api",
});

export default function ApiPage() {
  return (
    <>
      <h1>API</h1>
      <p>
        Everything a reader, writer or moderator can do here, a program can do, too. For tools there is{" "}
        <a href={DESCRIPTION}>the description as OpenAPI 3.1</a>.
      </p>
      <DescriptionViewer description={DESCRIPTION} />
    </>
  );
}
