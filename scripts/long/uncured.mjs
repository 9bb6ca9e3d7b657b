/**
 * Preloaded into the server of a control run: takes back what lets pages go, so that a test which passes with it shows nothing.
 * Connections and timers are made in whatever request first needs them, and an abort keeps the stack it was given.
 */
globalThis[Symbol.for("moot.start")] = { runInAsyncScope: (make) => make() };
const { abort } = AbortController.prototype;
Object.defineProperty(AbortController.prototype, "abort", { get: () => abort, set: () => undefined });
