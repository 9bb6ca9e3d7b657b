import "server-only";

import { AsyncLocalStorage } from "node:async_hooks";
import { processSingleton } from "./process-singleton";

/** The request that is being answered. Its id stands in every line that it leaves in the log, and in its answer. */
type CurrentRequest = Readonly<{ id: string }> & {
  /** What it asked for, by our own name for it, once that is known. */
  route?: string;
};

const requests = processSingleton("request", () => new AsyncLocalStorage<CurrentRequest>());

/** Null in a job, and while the process starts or ends. */
export const currentRequest = (): CurrentRequest | null => requests.getStore() ?? null;

export const asRequest = <T>(request: CurrentRequest, work: () => T): T => requests.run(request, work);
