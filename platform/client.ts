import "server-only";

import { AsyncLocalStorage } from "node:async_hooks";
import { processSingleton } from "./process-singleton";

/** Who asks, as far as the network tells: what is limited is limited for one of these. */
export type Client = Readonly<{
  /** An IPv4 address, or the /64 of an IPv6 one. */
  address: string;
  /** The same IPv4 address, or the /48, which one provider's customer may walk through. */
  network: string;
  /** What the program that asks says of itself (User-Agent). */
  agent?: string;
}>;

/** A job, a command of the operator: our own work. */
const OURSELVES: Client = { address: "", network: "" };

const clients = processSingleton("client", () => new AsyncLocalStorage<Client>());

/** Whom the work under way is for. */
export const currentClient = (): Client => clients.getStore() ?? OURSELVES;

export const asClient = <T>(client: Client, work: () => T): T => clients.run(client, work);
