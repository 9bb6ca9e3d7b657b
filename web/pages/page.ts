import "server-only";

import type { SiteState } from "@/domain/events/staleness";
import type { Encoding } from "@/web/server/compression";
import type { Captured } from "./captured-response";

/** A page that has been drawn, with what is made of it once for all who get it. */
export type Page = Captured & {
  /** When its drawing began: what was written before that is in it. Milliseconds since 1970. */
  from: number;
  /** What had been decided then; null where that could not be asked, and for pages that are not kept. */
  state: SiteState | null;
  etag?: string;
  encoded: Partial<Record<Encoding, Promise<Buffer>>>;
};

/** A page, or the sentence for whoever found no place. */
export type Drawn = Readonly<{ page: Page; refused: boolean }>;
