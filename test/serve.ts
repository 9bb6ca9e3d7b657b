import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AnswerLog } from "./answers";
import { doorListener, openDoor } from "@/web/door";
import { DOOR } from "@/web/pages/paths";
import { makeDoor, type Door } from "@/web/route/make-door";
import { sessionCookie } from "@/web/sessions/session-cookie";

/** Who asks: a member of the cast, whoever holds these cookies, or somebody signed out. */
export type Asker = { sessionToken: string } | string | null;

/** `body` is the JSON of the answer, and null when it is none. */
export type HttpAnswer = { status: number; headers: Headers; text: string; body: unknown };

/**
 * A door on a port of its own, as the site serves it: the whole one, or one with only the routes of a test. Every answer is held
 * to what its route declares; one that differs is answered 500, and `close` fails.
 */
export async function serve(routes?: (door: Door) => void) {
  const log = new AnswerLog();
  const door = routes ? makeDoor(log.inspect) : openDoor(log.inspect);
  routes?.(door);
  const listener = doorListener(door);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${DOOR}`;
  const close = async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    log.throwDifferences();
  };

  /**
   * Asks the door as a program would: `body` goes as JSON, a string as the JSON it is said to be, URLSearchParams as a
   * browser's plain form, FormData as one with a file. A redirect is an answer, and of a stream only the head is read.
   */
  async function ask(
    method: string,
    path: string,
    as: Asker = null,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer> {
    const isForm = body instanceof URLSearchParams || body instanceof FormData;
    const cookie = await cookieOf(as);
    const answer = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: {
        ...(body !== undefined && !isForm && { "content-type": "application/json" }),
        ...(cookie && { cookie }),
        ...headers,
      },
      body: body === undefined || isForm || typeof body === "string" ? body : JSON.stringify(body),
    });
    const type = answer.headers.get("content-type") ?? "";
    const isStream = type.startsWith("text/event-stream");
    if (isStream) await answer.body?.cancel();
    const text = isStream ? "" : await answer.text();
    const parsed: unknown =
      /^application\/([\w.-]+\+)?json/.test(type) && text !== "" ? JSON.parse(text) : null;
    return { status: answer.status, headers: answer.headers, text, body: parsed };
  }

  return { url, ask, close };
}

/** What a browser would send back: the pair alone, without the attributes it was set with. */
async function cookieOf(as: Asker): Promise<string> {
  if (as === null) return "";
  return typeof as === "string" ? as : pairOf(await sessionCookie(as.sessionToken));
}

/** `name=value` of a Set-Cookie line. */
export function pairOf(line: string): string {
  return line.split(";")[0] ?? "";
}
