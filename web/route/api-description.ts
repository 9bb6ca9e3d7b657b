import "server-only";

import { processSingleton } from "@/platform/process-singleton";

/** How the pages, which are another bundle in the same process, read what the door says of itself; null before it is open. */
export const apiDescription = processSingleton<{ read: (() => object) | null }>("api-description", () => ({
  read: null,
}));
