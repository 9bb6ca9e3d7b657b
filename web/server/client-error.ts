import "server-only";

import { STATUS_CODES } from "node:http";
import { barePage } from "@/web/pages/bare-page";
import { EVERYWHERE } from "@/web/protection/security-headers";
import { say } from "@/messages/say";
import * as t from "#messages/api";

/** The longest address that is answered. Characters. */
export const ADDRESS_LIMIT = 4_096;

/** Whether it is the first line that filled what may be read: the address is too long, and not what stands below it. */
const isFirstLineLong = (packet: Buffer | undefined): boolean =>
  (/^[A-Z]+ [^\r\n]*/.exec(packet?.toString("latin1") ?? "")?.[0].length ?? 0) > ADDRESS_LIMIT;

type ClientError = Error & { code?: string; rawPacket?: Buffer };

/** What is wrong with a request that Node's parser gave up on, as RFC 9110 and RFC 6585 name it. */
export function clientErrorOf({ code, rawPacket }: ClientError): { status: number; sentence: string } {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return isFirstLineLong(rawPacket)
        ? { status: 414, sentence: say(t.theAddressIsTooLong, { limit: ADDRESS_LIMIT }) }
        : { status: 431, sentence: t.theHeadersAreTooLarge };
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return { status: 413, sentence: t.theRequestCannotBeRead };
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return { status: 408, sentence: t.theRequestTookTooLong };
    default:
      return { status: 400, sentence: t.theRequestCannotBeRead };
  }
}

/** The whole answer, as it goes over the wire: there is no request, so it is a page whoever reads it. */
export function answerToClientError(error: ClientError): string {
  const { status, sentence } = clientErrorOf(error);
  return overTheWire(status, sentence);
}

/** To whoever takes this for a proxy. */
export const answerToConnect = (): string =>
  overTheWire(405, t.thisMethodIsNotKnown, { allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" });

function overTheWire(status: number, sentence: string, more: Record<string, string> = {}): string {
  const { headers, html } = barePage({ status, sentence });
  const lines = Object.entries({
    ...EVERYWHERE,
    ...headers,
    ...more,
    connection: "close",
    "content-length": String(Buffer.byteLength(html)),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n${html}`;
}
