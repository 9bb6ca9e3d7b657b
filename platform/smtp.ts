import "server-only";

import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import { env } from "./env";
import { outsideRequests } from "./outside-requests";
import { processSingleton } from "./process-singleton";
import { isPlainAddress, type SmtpServer } from "./smtp-address";

/** A mail as it goes out. Addresses have been read (`readEmail`) before. */
export type Letter = Readonly<{
  to: string;
  /** The name beside our own address. */
  from: string;
  subject: string;
  text: string;
  html: string;
  /** The same each time it is tried, so that a mailbox can tell a second copy. Without angle brackets. */
  messageId: string;
  /** Ids of mails it belongs under, the nearest last, without angle brackets (RFC 5322, 3.6.4). */
  parents?: readonly string[];
  /** Where a mail program ends such mails by itself, by one POST (RFC 8058). */
  oneClick?: string | undefined;
  /** A host name: what sorts all mails of this site (RFC 2919). */
  listId: string;
  /** What that is called. */
  listName: string;
}>;

/** A mail that was not taken. `forGood`: the other side will not take it later either. Nothing of a person is in its message. */
export class NotSent extends Error {
  constructor(
    message: string,
    readonly forGood: boolean,
  ) {
    super(message);
    this.name = "NotSent";
  }
}

/** Milliseconds: for the connection, for the other side's first word, for each of its later ones, and for all together. */
const CONNECT_WITHIN = 10_000;
const GREET_WITHIN = 10_000;
const ANSWER_WITHIN = 20_000;
export const SEND_WITHIN = 40_000;

/**
 * Hands one mail to the SMTP server of the settings.
 * @throws NotSent
 */
export async function sendLetter(letter: Letter): Promise<void> {
  if (!env.smtp || env.mailFrom === null) throw new NotSent("no SMTP server is set", false);
  const { smtp, mailFrom } = env;
  const transport = processSingleton("smtp", () => outsideRequests(() => transportTo(smtp)));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NotSent("the SMTP server took too long", false)), SEND_WITHIN);
  });
  try {
    await Promise.race([handOver(transport, letter, mailFrom), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function handOver(transport: Transporter, letter: Letter, mailFrom: string): Promise<void> {
  const { to, from, subject, text, html, messageId, listId, parents = [], oneClick } = letter;
  const nearest = parents.at(-1);
  // nodemailer's parser could read several addresses in it, or another one.
  if (!isOneAddress(to)) throw new NotSent("the address is none", true);
  try {
    await transport.sendMail({
      from: { name: from, address: mailFrom },
      to: { name: "", address: to },
      envelope: { from: mailFrom, to: [to] },
      subject,
      text,
      html,
      messageId: `<${messageId}>`,
      ...(nearest !== undefined && {
        inReplyTo: `<${nearest}>`,
        references: parents.map((id) => `<${id}>`),
      }),
      list: {
        id: { url: listId, comment: letter.listName.replace(/["\\]/g, "") },
        ...(oneClick !== undefined && { unsubscribe: { url: oneClick } }),
      },
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        ...(oneClick !== undefined && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (problem) {
    throw notSent(problem);
  }
}

const transportTo = ({ host, port, secure, requireTls, user, password }: SmtpServer): Transporter =>
  createTransport({
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(user !== undefined && { auth: { user, pass: password ?? "" } }),
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: GREET_WITHIN,
    socketTimeout: ANSWER_WITHIN,
    dnsTimeout: CONNECT_WITHIN,
  });

/** One @, and nothing that separates or quotes. Letters of any script before it (RFC 6531). */
const isOneAddress = (to: string): boolean =>
  isPlainAddress(to.replace(/[\u0080-\u{10ffff}]/gu, "x")) && !/[\p{C}\s]/u.test(to);

/** What nodemailer adds to its errors. */
const Said = z.object({
  code: z.string().catch(""),
  responseCode: z.number().catch(0),
  command: z.string().catch(""),
});

/** 5xx said of this recipient or this text is for good; said to us (a wrong password) it is not the mail's fault. */
function notSent(problem: unknown): NotSent {
  const { code, responseCode, command } = Said.catch({ code: "", responseCode: 0, command: "" }).parse(
    problem,
  );
  const forGood = responseCode >= 500 && /^(RCPT TO|DATA|MAIL FROM)/.test(command);
  return new NotSent([code, responseCode || "", command].filter((part) => part !== "").join(" "), forGood);
}
