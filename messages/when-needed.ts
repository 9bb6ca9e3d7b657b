/** Made when it is first needed, and once. What ICU makes (`Intl`) costs a phone ten milliseconds apiece, and most pages ask for none. */
export function whenNeeded<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
