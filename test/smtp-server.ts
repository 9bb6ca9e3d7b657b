import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Arrived = { to: string[]; mail: ParsedMail; raw: string };

export type Mailserver = {
  /** What it took, oldest first. */
  arrived: Arrived[];
  /** How it answers a recipient; 0 takes the mail. */
  answer: number;
  /** Called by each recipient while it says nothing at all; null while it answers. */
  silence: (() => void) | null;
  close: () => Promise<void>;
};

/**
 * A real mail server on loopback, which the settings of the process name from then on: to be called in `vi.hoisted`, before anything reads
 * them.
 */
export async function smtpServer(): Promise<Mailserver> {
  const it: Mailserver = { arrived: [], answer: 0, silence: null, close };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => {
      if (it.silence) it.silence();
      else done(it.answer === 0 ? undefined : Object.assign(new Error("no"), { responseCode: it.answer }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((mail) => {
          it.arrived.push({ to: envelope.rcptTo.map(({ address }) => address), mail, raw: raw.toString() });
          done();
        });
      });
    },
  });
  // Whoever is killed hangs up in the middle.
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  Object.assign(process.env, {
    MOOT_SMTP: `smtp://127.0.0.1:${port}`,
    MOOT_MAIL_FROM: "moot@example.org",
  });
  return it;

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
    });
  }
}
