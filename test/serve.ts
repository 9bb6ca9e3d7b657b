import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AnswerLog } from "@/test/answers";
import { doorListener, openDoor } from "@/web/door";
import { DOOR } from "@/web/paths";
import { makeDoor, type Door } from "@/web/route/make-door";

/**
 * A door on a port of its own, as the site serves it: the whole one, or one with only the routes of a test. Every answer is held
 * to what its route declares; one that differs is answered 500, and `close` fails.
 */
export async function serve(
  routes?: (door: Door) => void,
): Promise<{ url: string; close: () => Promise<void> }> {
  const log = new AnswerLog();
  const door = routes ? makeDoor(log.inspect) : openDoor(log.inspect);
  routes?.(door);
  const listener = doorListener(door);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${DOOR}`,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      log.throwDifferences();
    },
  };
}
