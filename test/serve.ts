import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { doorListener, openDoor } from "@/web/door";
import { makeDoor, type Door } from "@/web/frame";
import { DOOR } from "@/web/pages/paths";

/** A door on a port of its own, as the site serves it: the whole one, or one with only the routes of a test. */
export async function serve(
  routes?: (door: Door) => void,
): Promise<{ url: string; close: () => Promise<void> }> {
  const door = routes ? makeDoor() : openDoor();
  routes?.(door);
  const listener = doorListener(door);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${DOOR}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
