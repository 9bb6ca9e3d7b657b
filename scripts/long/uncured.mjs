/**
 * Preloaded into the server of a control run: takes back what lets pages go, so that a test which passes with it shows nothing.
 * As many pages are drawn at once as are asked for, connections and timers are made in whatever request first needs them, an abort
 * keeps the stack it was given, and what gives a connection back leads to whoever had it.
 */
import { AsyncResource } from "node:async_hooks";
import pg from "pg";

globalThis[Symbol.for("moot.pages")] = (_client, draw) => draw();
globalThis[Symbol.for("moot.start")] = { runInAsyncScope: (make) => make() };
const { abort } = AbortController.prototype;
Object.defineProperty(AbortController.prototype, "abort", { get: () => abort, set: () => undefined });

const kept = new WeakMap();
Object.defineProperty(pg.Client.prototype, "release", {
  get() {
    return kept.get(this)?.release;
  },
  set(release) {
    // Bound is what makes room once it is given back.
    if (!release.name.startsWith("bound ")) kept.set(this, { release, had: new AsyncResource("uncured") });
  },
});
