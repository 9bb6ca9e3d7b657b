import "server-only";

import type { Look } from "@/domain/events/page-changes";
import type { SiteState } from "@/domain/events/staleness";
import type { Encoding } from "@/web/server/compression";
import type { Captured } from "./captured-response";

/** What had changed when a drawing began, and until when nothing in it changes by the clock alone. Milliseconds since 1970. */
export type Validity = Readonly<{ look: Look; until: number }>;

/** A page that has been drawn, with what is made of it once for all who get it. */
export type Page = Captured & {
  /** When its drawing began: what was written before that is in it. Milliseconds since 1970. */
  from: number;
  /** What had been decided then; null where that could not be asked, and for pages that are not kept. */
  state: SiteState | null;
  /** By what its being right is known; null where that could not be asked, and for pages that are not kept. */
  validity: Validity | null;
  /** When it was last known to be as a new drawing would be. Milliseconds since 1970. */
  asOf: number;
  etag?: string;
  /** As short as it can be made, for all who ask after the first; null once the first has been sent it. */
  encoded: Partial<Record<Encoding, Promise<Buffer> | null>>;
};

/** A page, or the sentence for whoever found no place. */
export type Drawn = Readonly<{ page: Page; refused: boolean }>;
