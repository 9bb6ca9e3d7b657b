import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { track } from "@/scripts/child-process";
import type { Programs } from "@/scripts/deploy/packages";
import { PROXY, until } from "@/scripts/deploy/programs";
import { ask } from "@/scripts/deploy/visitors";

/** Where a proxy listens, with TLS and without, and where the site does. */
export type Front = Readonly<{ port: number; plainPort: number; sitePort: number }>;

/** haproxy with `deploy/haproxy.cfg`, and of all the rest only what this machine has otherwise: ports, and a certificate of its own. */
export async function startHaproxy(programs: Programs, folder: string, at: Front): Promise<ChildProcess> {
  const { key, certificate } = makeCertificate(programs, folder);
  const both = join(folder, "both.pem");
  writeFileSync(both, readFileSync(certificate, "utf8") + readFileSync(key, "utf8"));
  const file = join(folder, "haproxy.cfg");
  const text = changed("deploy/haproxy.cfg", [
    [/^ *bind \[::\].*\n/gm, ""],
    [/bind :80$/m, `bind ${PROXY}:${at.plainPort}`],
    [/bind :443 ssl crt \S+/, `bind ${PROXY}:${at.port} ssl crt ${both}`],
    [/127\.0\.0\.1:3000/, `127.0.0.1:${at.sitePort}`],
  ]);
  writeFileSync(file, text);
  const said = execFileSync(programs.haproxy, ["-c", "-f", file], { encoding: "utf8" });
  if (!said.includes("Configuration file is valid")) throw new Error(said);
  return run(programs.haproxy, ["-db", "-f", file], folder, at);
}

/** Caddy with `deploy/Caddyfile`, likewise. */
export async function startCaddy(programs: Programs, folder: string, at: Front): Promise<ChildProcess> {
  const { key, certificate } = makeCertificate(programs, folder);
  const file = join(folder, "Caddyfile");
  const text = changed("deploy/Caddyfile", [
    [/^moot\.example \{$/m, `moot.example {\n\tbind ${PROXY}\n\ttls ${certificate} ${key}`],
    [/127\.0\.0\.1:3000/, `127.0.0.1:${at.sitePort}`],
  ]);
  const options = `{\n\thttp_port ${at.plainPort}\n\thttps_port ${at.port}\n\tdefault_bind ${PROXY}\n\tadmin off\n}\n`;
  writeFileSync(file, options + text);
  return run(programs.caddy, ["run", "--adapter", "caddyfile", "--config", file], folder, at);
}

function changed(file: string, changes: readonly (readonly [RegExp, string])[]): string {
  let text = readFileSync(file, "utf8");
  for (const [which, by] of changes) {
    if (!text.match(which)) throw new Error(`${file} has nothing like ${which}.`);
    text = text.replace(which, by);
  }
  return text;
}

function makeCertificate({ openssl }: Programs, folder: string): { key: string; certificate: string } {
  mkdirSync(folder);
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const asked = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=moot.example"];
  const names = ["-addext", "subjectAltName=DNS:moot.example"];
  execFileSync(openssl, [...asked, ...names, "-keyout", key, "-out", certificate], { stdio: "ignore" });
  return { key, certificate };
}

async function run(
  program: string,
  words: readonly string[],
  folder: string,
  { port }: Front,
): Promise<ChildProcess> {
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(program, words, { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
  track(child);
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${complaint}`);
    return ask(`https://moot.example:${port}/healthz`).then(
      ({ status }) => status === 200,
      () => false,
    );
  }, `${program} does not answer: ${complaint}`);
  return child;
}
