"use client";

import { useEffect, useRef } from "react";
import styles from "./description-viewer.module.css";

/** Draws the API's description for people. The viewer is large, so it comes with this page alone, once it is looked at. */
export function DescriptionViewer({ description }: { description: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void import("swagger-ui-dist/swagger-ui-es-bundle.js").then(({ default: draw }) => {
      if (!place.current) return;
      draw({
        domNode: place.current,
        url: description,
        validatorUrl: null,
        docExpansion: "none",
        defaultModelsExpandDepth: -1,
      });
    });
  }, [description]);
  return <div ref={place} className={styles.viewer} />;
}
