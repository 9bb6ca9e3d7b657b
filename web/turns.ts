import "server-only";

import { Refusal } from "@/platform/refusal";

export type Bounds = {
  /** Done side by side. */
  atOnce: number;
  /** Doing or waiting, all together. */
  inAll: number;
  /** Doing or waiting, for one client. */
  perClient: number;
};

export type InTurn = <T>(client: string, work: () => Promise<T>) => Promise<T>;

/**
 * Costly work in turns: so much at once, so much waiting, and no client may take all the places.
 * @throws Refusal (503) where there is no place left
 */
export function turns({ atOnce, inAll, perClient }: Bounds): InTurn {
  const clients = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let present = 0;
  let busy = 0;

  const leave = (client: string) => {
    present--;
    const rest = (clients.get(client) ?? 1) - 1;
    if (rest > 0) clients.set(client, rest);
    else clients.delete(client);
  };
  const begin = async () => {
    if (busy < atOnce) busy++;
    else await new Promise<void>((go) => waiting.push(go));
  };
  /** The place goes to whoever waits longest. */
  const end = () => {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  };

  return async (client, work) => {
    const already = clients.get(client) ?? 0;
    if (present >= inAll || already >= perClient) throw tooMuch();
    present++;
    clients.set(client, already + 1);
    try {
      await begin();
      try {
        return await work();
      } finally {
        end();
      }
    } finally {
      leave(client);
    }
  };
}

/** Seconds until somebody who found no place may ask again. */
const COME_AGAIN = 2;

const tooMuch = () =>
  new Refusal("So much is asked at once that this has to wait. Please try again in a moment.", 503, {
    retryAfter: COME_AGAIN,
  });
