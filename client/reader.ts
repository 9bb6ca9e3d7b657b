/** The username of whoever this page was drawn for, as it first heard; null until somebody is known. */
let reader: string | null = null;

/** Of several answers the first counts: what stands on the page is theirs, whoever signs in elsewhere in this browser afterwards. */
export function rememberReader(handle: string | undefined): void {
  reader ??= handle ?? null;
}

/** The header by which a write says whose page it comes from. */
export const readerOfThisPage = (): Record<string, string> =>
  reader === null ? {} : { "moot-reader": reader };
