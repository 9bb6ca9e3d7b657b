import "server-only";

import { AsyncResource } from "node:async_hooks";
import { processSingleton } from "./process-singleton";

/** Made when the process starts, so it belongs to no request. */
const start = processSingleton("start", () => new AsyncResource("moot"));

/**
 * Makes what outlives the request it is first needed in: a connection, a timer that goes round, a listener. Up to Node 22 every
 * such resource keeps the async context it was made in (`AsyncLocalStorage` copies its stores to each), and a page's context
 * holds its request, its response and all that was drawn for it.
 */
export const outsideRequests = <T>(make: () => T): T => start.runInAsyncScope(make);
