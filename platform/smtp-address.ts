import { isLoopback } from "./loopback";

/** Where mails are handed over. */
export type SmtpServer = Readonly<{
  host: string;
  port: number;
  /** Encrypted from the first byte (smtps), rather than after STARTTLS. */
  secure: boolean;
  /** Nothing is said before STARTTLS. Left out for this machine, and where `?tls=off` says so. */
  requireTls: boolean;
  user?: string;
  password?: string;
}>;

const SUBMISSION = 587;
const SUBMISSIONS = 465;

/** Reads `smtp://name:password@host:587` or `smtps://…`; null for anything else. */
export function readSmtpAddress(address: string): SmtpServer | null {
  const there = URL.parse(address);
  if (!there || !/^smtps?:$/.test(there.protocol) || there.hostname === "") return null;
  if (!/^\/?$/.test(there.pathname) || !/^(\?tls=off)?$/.test(there.search) || there.hash !== "") return null;
  const secure = there.protocol === "smtps:";
  const host = there.hostname.replace(/^\[|\]$/g, "");
  const [user, password] = [there.username, there.password].map(decoded);
  if (user === null || password === null) return null;
  return {
    host,
    port: Number(there.port) || (secure ? SUBMISSIONS : SUBMISSION),
    secure,
    requireTls: !secure && there.search === "" && !isLoopback(host),
    ...(user !== "" && { user, password }),
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Our own address: a plain one, for it stands in the head of every mail. */
export const isPlainAddress = (address: string): boolean =>
  address.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z\d-]+\.)*[a-z\d-]+$/i.test(address);
