import { ErrorPage } from "@/components/ui/error-page";
import * as t from "#messages/publishing";

/** Revoked, replaced, run out, published or made up: one answer for all of them. */
export default function PreviewNotFound() {
  return (
    <ErrorPage title={t.thisPreviewHasEnded}>
      <p>{t.thisPreviewHasEndedHint}</p>
    </ErrorPage>
  );
}
