import { notFound } from "next/navigation";
import { referenceOf } from "@/components/api/read-reference";
import { ApiReference } from "@/components/api/reference";
import { DOOR } from "@/web/pages/paths";
import { apiDescription } from "@/web/route/api-description";
import { pageMetadata } from "@/app/page-metadata";
import * as t from "#messages/pages";
import { rich } from "@/messages/rich";

const DESCRIPTION = `${DOOR}/openapi.json`;

export const generateMetadata = () =>
  pageMetadata({
    title: "API",
    description: t.everythingAReader,
    path: "/api",
  });

export default function ApiPage() {
  const description = apiDescription.read?.();
  if (!description) notFound();
  return (
    <>
      <h1>{t.api}</h1>
      <p>{rich(t.everythingAndItsDescription, { link: (words) => <a href={DESCRIPTION}>{words}</a> })}</p>
      <ApiReference {...referenceOf(description)} />
    </>
  );
}
