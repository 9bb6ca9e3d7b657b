"use client";

import { useEffect, useRef, useState } from "react";
import * as t from "#messages/pages";
import styles from "./description-viewer.module.css";

/** Draws the API's description for people. The viewer is large, so it comes with this page alone, once it is looked at. */
export function DescriptionViewer({ description }: { description: string }) {
  const [drawn, setDrawn] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void import("swagger-ui-dist/swagger-ui-es-bundle.js").then(({ default: draw }) => {
      if (!place.current) return;
      draw({
        domNode: place.current,
        url: description,
        validatorUrl: null,
        docExpansion: "list",
        defaultModelsExpandDepth: -1,
        onComplete: () => setDrawn(true),
      });
    });
  }, [description]);
  return (
    <>
      {drawn || <p>{t.apiNeedsScript}</p>}
      <div ref={place} className={styles.viewer} />
    </>
  );
}
