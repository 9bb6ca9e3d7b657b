import "server-only";

/** A name from a path, as people wrote it; Next hands it on as it stands in the address. */
export const nameInPath = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
