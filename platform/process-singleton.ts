const kept = globalThis as unknown as Record<symbol, unknown>;

/**
 * Makes a thing once a process and keeps it on `globalThis`. Next bundles its own copy of our modules into the pages,
 * so a module's top level runs more than once; a connection pool or a live bus must not.
 */
export function processSingleton<T>(name: string, make: () => T): T {
  const key = Symbol.for(`moot.${name}`);
  kept[key] ??= make();
  return kept[key] as T;
}
