"use client";

import "@/styles/layers.css";
import "@/styles/fonts.css";
import "@/styles/reset.css";
import "@/styles/tokens.css";
import "@/styles/base.css";
import "@/styles/page.css";

import ErrorPage from "./error";
import * as t from "#messages/pages";
import { LANGUAGE } from "#messages/locale";

/** When the layout itself fails, there is no header to stand on. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang={LANGUAGE}>
      <body>
        <title>{t.somethingBrokeMoot}</title>
        <main id="main" className="page">
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  );
}
