import assert from "node:assert/strict";
import { request, type Agent, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as requestSecurely } from "node:https";
import { somebody, type Player } from "@/e2e/cast";
import { PROXY } from "./programs";

const DOOR = "/api/v1";

/** Whoever is not given an address of their own comes from here. */
const ANYBODY = "127.0.0.4";
/** Visitors each have an address of the loopback. */
let lastAddress = 10;

export type Wish = {
  method?: string;
  /** Bytes are sent as they are, and anything else as JSON. */
  body?: object;
  headers?: IncomingHttpHeaders;
  from?: string;
  /** Keeps connections, as a browser does; without it each request has one of its own. */
  agent?: Agent;
};
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** Asks nginx, whatever the name of the site: nobody else knows that name. `from` is the address of the loopback that is asked from. */
export function open(
  url: string,
  { method = "GET", body, headers, from = ANYBODY, agent }: Wish = {},
): Promise<IncomingMessage> {
  const { protocol, hostname, host, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const isJson = body !== undefined && !Buffer.isBuffer(body);
    const type = isJson && { "content-type": "application/json" };
    const asked = (protocol === "https:" ? requestSecurely : request)({
      host: /^[\d.]+$/.test(hostname) ? hostname : PROXY,
      port,
      path: pathname + search,
      method,
      headers: { host, ...type, ...headers },
      localAddress: from,
      agent: agent ?? false,
      // The certificate is the tests' own, made a moment ago, and who answers is on this machine.
      rejectUnauthorized: false,
    });
    asked.once("response", resolve).once("error", reject);
    asked.end(isJson ? JSON.stringify(body) : body);
  });
}

export async function ask(url: string, wish?: Wish): Promise<Answer> {
  const answer = await open(url, wish);
  let text = "";
  for await (const chunk of answer.setEncoding("utf8")) text += String(chunk);
  return { status: answer.statusCode ?? 0, headers: answer.headers, text };
}

/** Somebody who has an account and is signed in, and the address they come from. */
export type Person = Player & Readonly<{ cookie: string; from: string }>;

/** The same, whom the door knows by their cookie. */
export type Visitor = Person &
  Readonly<{ ask: (path: string, wish?: Omit<Wish, "from">) => Promise<Answer> }>;

/** Signs somebody up who was never here, from an address where nobody else is. */
export async function signUp(url: string, name = "Vi", from = ownAddress()): Promise<Visitor> {
  const person = await signUpBy((wish) => ask(`${url}${DOOR}/members`, wish), name, from);
  return {
    ...person,
    ask: (path, wish = {}) =>
      ask(`${url}${DOOR}${path}`, { ...wish, headers: { cookie: person.cookie, ...wish.headers }, from }),
  };
}

/** @param post sends the form */
export async function signUpBy(
  post: (wish: Wish) => Promise<Answer>,
  name = "Vi",
  from = ownAddress(),
): Promise<Person> {
  const player = somebody(name);
  const { status, headers, text } = await post({ method: "POST", body: player, from });
  assert.equal(status, 201, text);
  return { ...player, cookie: cookiesOf(headers), from };
}

/** What a browser sends back of what it was told to keep. @param before what it kept already, of which a later one of the same name takes the place */
export function cookiesOf(headers: IncomingHttpHeaders, before = ""): string {
  const told = (headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0] ?? "");
  const kept = [...before.split("; "), ...told].filter((cookie) => cookie !== "");
  return [...new Map(kept.map((cookie) => [cookie.split("=", 1)[0], cookie])).values()].join("; ");
}

/** An address of the loopback where nobody else is. */
export function ownAddress(): string {
  lastAddress += 1;
  return `127.0.${Math.floor(lastAddress / 256)}.${lastAddress % 256}`;
}
