import { isLoopback } from "@/platform/loopback";
import type { MailWay } from "@/platform/settings";

/** From which address, and under which name of ours, somebody asks, and whether something stands between (a proxy, a tunnel). */
export type Reader = Readonly<{ ip: string; host: string; passedOn: boolean }>;

/**
 * All mails of all accounts lie open in the mailbox of a site without a mail server, so it is there only where nobody else can be: asked
 * from the same machine, under a name that means this machine.
 */
export const mayReadTheMailbox = ({ mail, ip, host, passedOn }: Reader & { mail: MailWay }): boolean =>
  mail === "mailbox" && !passedOn && isLoopback(ip) && isLoopback(host);
