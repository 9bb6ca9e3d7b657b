import type { Heard, Missed } from "@/domain/events/answers";
import { callApi } from "./api";

/** Something heard, and the place in the order of events behind it. */
type Told = { position: string; events: Heard[] };

type Listener = Readonly<{
  /** Up to where this page has heard everything. */
  position: () => string;
  take: (told: Told) => void;
}>;

/**
 * Streams of one browser at once, whatever the number of its tabs. A browser opens six connections to a host over HTTP/1.1, and who
 * waits for one waits for as long as the others are held.
 */
const STREAMS = 2;
/** Where there is no stream it is asked so often. Milliseconds. */
const ASKED_EVERY = 30_000;
/** A stream that has not said hello by then is held up on the way, by a proxy that collects it. Milliseconds. */
const HELLO_WITHIN = 10_000;
/** A clock that is looked at so often … */
const LOOKED_AT_EVERY = 5_000;
/** … and finds so much more gone by has slept with the whole machine, and nobody says whether the connection is still one. Milliseconds. */
const SLEPT = 20_000;
/** Whoever does not hold the stream by then asks once for what was said before it listened. Milliseconds. */
const SETTLED = 500;

/**
 * Hears of an article with all tabs of this browser that show it: one of them holds the stream and tells the others (Web Locks,
 * BroadcastChannel). Articles share `STREAMS` places; who finds none, or is behind something that lets no stream through, asks now and then.
 * @returns the end of it
 */
export function shareStream(slug: string, listener: Listener): () => void {
  const over = new AbortController();
  const channel = channelOf(`moot-live ${slug}`);
  if (channel) channel.onmessage = ({ data }: MessageEvent<Told>) => listener.take(data);
  const isOver = () => over.signal.aborted;
  const tell = (told: Told) => {
    listener.take(told);
    channel?.postMessage(told);
  };
  const ask = async (then: (told: Told) => void) => {
    const query = new URLSearchParams({ since: listener.position() });
    const path = `/articles/${encodeURIComponent(slug)}/events?${query.toString()}`;
    const told = await callApi<Missed>("GET", path, undefined, { signal: over.signal });
    if (!told.ok || over.signal.aborted) return;
    const { position, reset, events } = told.body;
    then({ position, events: reset ? [RESET] : events });
  };

  const settled = setTimeout(() => void ask(listener.take), SETTLED);
  const lead = async () => {
    clearTimeout(settled);
    while (!isOver()) {
      await inPlace(over.signal, () => stream(slug, listener.position(), tell, over.signal));
      if (isOver()) return;
      await ask(tell);
      await pause(ASKED_EVERY, over.signal);
    }
  };
  void asOneOfAll(`moot-live ${slug}`, over.signal, lead);
  return () => {
    clearTimeout(settled);
    over.abort();
    channel?.close();
  };
}

/** Null in a browser that keeps nothing for this site: Firefox then refuses it, and the locks, as it refuses storage. */
function channelOf(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

const RESET: Heard = { kind: "reset", id: null, parentId: null, rootId: null };

/** In its turn among all tabs. Where the address is not trusted there are no locks, where nothing may be kept they are refused, and each tab is by itself. */
async function asOneOfAll(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!(await hasLocks())) return work();
  await navigator.locks.request(name, { signal }, work).catch(() => undefined);
}

const hasLocks = async (): Promise<boolean> =>
  "locks" in navigator &&
  navigator.locks.query().then(
    () => true,
    () => false,
  );

/** In one of the places for streams, if one is free now. */
async function inPlace(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!(await hasLocks())) return work();
  for (let nth = 1; nth <= STREAMS && !signal.aborted; nth++) {
    const had = await navigator.locks.request(`moot-stream ${nth}`, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      return lock !== null;
    });
    if (had) return;
  }
}

/** Until it is called off, or nothing comes through. */
function stream(slug: string, since: string, tell: (told: Told) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const query = new URLSearchParams({ since });
    const source = new EventSource(`/api/v1/articles/${encodeURIComponent(slug)}/live?${query.toString()}`);
    const end = () => {
      clearTimeout(silent);
      clearInterval(awake);
      signal.removeEventListener("abort", end);
      source.close();
      resolve();
    };
    const silent = setTimeout(end, HELLO_WITHIN);
    let looked = Date.now();
    const awake = setInterval(() => {
      const now = Date.now();
      if (now - looked > LOOKED_AT_EVERY + SLEPT) end();
      looked = now;
    }, LOOKED_AT_EVERY);
    signal.addEventListener("abort", end);
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      clearTimeout(silent);
      const heard = readHeard(data);
      if (heard) tell({ position: lastEventId || since, events: [heard] });
    };
    // It comes again by itself, unless it was refused.
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) end();
    };
  });
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });

function readHeard(data: string): Heard | null {
  try {
    const told: unknown = JSON.parse(data);
    if (typeof told !== "object" || told === null || !("kind" in told) || typeof told.kind !== "string")
      return null;
    return {
      kind: told.kind,
      id: idIn(told, "id"),
      parentId: idIn(told, "parentId"),
      rootId: idIn(told, "rootId"),
    };
  } catch {
    return null;
  }
}

function idIn(told: object, name: string): string | null {
  const id: unknown = Reflect.get(told, name);
  return typeof id === "string" ? id : null;
}
