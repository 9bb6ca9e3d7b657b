"use client";

import { ErrorPage } from "@/components/ui/error-page";
import { Button } from "@/components/ui/button";
import * as t from "#messages/pages";
import { say } from "@/messages/say";

/** A page that failed. What it failed on is in the log under this digest; a reader learns no more of it. */
export default function RouteError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <ErrorPage title={t.somethingBrokeOnOurSide}>
      <p>{t.itIsNotYourFault}</p>
      <p>
        <Button type="button" onClick={reset}>
          {t.tryAgain}
        </Button>
      </p>
      {error.digest && <p>{say(t.ifItStaysBroken, { digest: error.digest })}</p>}
    </ErrorPage>
  );
}
