import assert from "node:assert/strict";
import { request, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { somebody, type Player } from "@/e2e/cast";
import { PROXY } from "./programs";

const DOOR = "/api/v1";

/** Whoever is not given an address of their own comes from here. */
const ANYBODY = "127.0.0.4";
/** Visitors each have an address of the loopback. */
let lastAddress = 10;

export type Wish = { method?: string; body?: object; headers?: IncomingHttpHeaders; from?: string };
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** Asks nginx, whatever the name of the site: nobody else knows that name. `from` is the address of the loopback that is asked from. */
export function open(
  url: string,
  { method = "GET", body, headers, from = ANYBODY }: Wish = {},
): Promise<IncomingMessage> {
  const { hostname, host, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const type = body && { "content-type": "application/json" };
    const asked = request({
      host: /^[\d.]+$/.test(hostname) ? hostname : PROXY,
      port,
      path: pathname + search,
      method,
      headers: { host, ...type, ...headers },
      localAddress: from,
      agent: false,
    });
    asked.once("response", resolve).once("error", reject);
    asked.end(body && JSON.stringify(body));
  });
}

export async function ask(url: string, wish?: Wish): Promise<Answer> {
  const answer = await open(url, wish);
  let text = "";
  for await (const chunk of answer.setEncoding("utf8")) text += String(chunk);
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
}

/** Somebody who has an account, and whom the door knows by their cookie. */
export type Visitor = Player &
  Readonly<{ cookie: string; ask: (path: string, wish?: Omit<Wish, "from">) => Promise<Answer> }>;

/** Signs somebody up who was never here, from an address where nobody else is. */
export async function signUp(url: string, name = "Vi", from = ownAddress()): Promise<Visitor> {
  const player = somebody(name);
  const { status, headers, text } = await ask(`${url}${DOOR}/members`, {
    method: "POST",
    body: player,
    from,
  });
  assert.equal(status, 201, text);
  const cookie = (headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
  return {
    ...player,
    cookie,
    ask: (path, wish = {}) =>
      ask(`${url}${DOOR}${path}`, { ...wish, headers: { cookie, ...wish.headers }, from }),
  };
}

function ownAddress(): string {
  lastAddress += 1;
  return `127.0.0.${lastAddress}`;
}
