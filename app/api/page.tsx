import { notFound } from "next/navigation";
import { ApiReference } from "@/components/api/reference";
import { DOOR } from "@/web/pages/paths";
import { apiReference } from "@/web/route/api-reference";
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
  const reference = apiReference.read?.();
  if (!reference) notFound();
  return (
    <>
      <h1>{t.api}</h1>
      <p>{rich(t.everythingAndItsDescription, { link: (words) => <a href={DESCRIPTION}>{words}</a> })}</p>
      <ApiReference {...reference} />
    </>
  );
}
