import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Stands between us and a database, and can stop passing anything on without a word, as a host does that vanishes. */
export type TcpProxy = Readonly<{
  /** The database's address by way of here. */
  url: string;
  /** What goes through now is held back, in both directions; new connections go through, or are held back, too. */
  freeze: (which: "those that are open" | "all") => void;
  thaw: () => void;
  close: () => Promise<void>;
}>;

type Way = { here: Socket; there: Socket };

/**
 * @param work what becomes of each connection; without it, it is passed on
 * @param port of the loopback interface; without it, a free one
 */
export async function openTcpProxy(
  url: string,
  work: (here: Socket, there: Socket) => void = pass,
  port = 0,
): Promise<TcpProxy> {
  const target = new URL(url);
  const ways = new Set<Way>();
  let frozen = false;
  const server = createServer((here) => {
    const there = connect(Number(target.port || 5432), target.hostname);
    const way = { here, there };
    ways.add(way);
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => {
        other.destroy();
        ways.delete(way);
      });
    }
    work(here, there);
    if (frozen) hold(way);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  return {
    url: Object.assign(new URL(url), { hostname: "127.0.0.1", port: String(address.port) }).href,
    freeze: (which) => {
      frozen = which === "all";
      for (const way of ways) hold(way);
    },
    thaw: () => {
      frozen = false;
      for (const { here, there } of ways) {
        here.resume();
        there.resume();
      }
    },
    close: async () => {
      for (const { here, there } of ways) {
        here.destroy();
        there.destroy();
      }
      server.close();
      await once(server, "close");
    },
  };
}

function pass(here: Socket, there: Socket): void {
  here.pipe(there);
  there.pipe(here);
}

function hold({ here, there }: Way): void {
  for (const one of [here, there]) {
    one.unpipe();
    one.pause();
  }
}

/** "Ready for query", with which PostgreSQL ends the beginning of a connection. */
const READY = "Z".charCodeAt(0);
const GOODBYE = "X".charCodeAt(0);

/**
 * What a pooler in transaction mode does, for clients that take turns: each begins by itself, and then all are served by the
 * connection of the first.
 */
export function transactionPooler(): (here: Socket, there: Socket) => void {
  let served: Socket | undefined;
  let asker: Socket | undefined;
  return (here, there) => {
    let begun = false;
    here.on("data", (bytes) => {
      if (!begun) there.write(bytes);
      else if (bytes[0] !== GOODBYE) {
        asker = here;
        served?.write(bytes);
      }
    });
    there.on("data", (bytes) => {
      const whose = begun && served === there ? asker : here;
      whose?.write(bytes);
      if (begun || bytes.at(-6) !== READY) return;
      begun = true;
      served ??= there;
    });
  };
}
