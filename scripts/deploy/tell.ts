/** Does what a title promises, and says whether it held. */
export type Tell = (title: string, run: () => Promise<void>) => Promise<void>;

/** The same, and how many did not hold of what was told by it: their sites' logs are worth reading then. */
export function counting(tell: Tell): { tell: Tell; failures: () => number } {
  let failed = 0;
  return {
    tell: (title, run) =>
      tell(title, () =>
        run().catch((error: unknown) => {
          failed += 1;
          throw error;
        }),
      ),
    failures: () => failed,
  };
}
