import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { answers, freePort } from "@/scripts/postgres/embedded";
import { track } from "@/scripts/child-process";
import type { Programs } from "./packages";

/** A program of the system is up within a second or two, in milliseconds. */
const UP_WITHIN = 30_000;

/** nginx listens here, the site on 127.0.0.1, and visitors come from further addresses of the same loopback. */
export const PROXY = "127.0.0.2";

/** Connections nginx keeps open to the site between requests. */
export const KEPT_ALIVE = 8;

/** The system's own PostgreSQL on an empty folder. @returns the address of a database to use */
export async function startPostgres(programs: Programs, folder: string): Promise<string> {
  mkdirSync(folder);
  const as = notRoot(folder);
  execFileSync(programs.initdb, ["-D", folder, "-U", "moot", "--auth=trust", "--encoding=UTF8"], {
    ...as,
    cwd: folder,
    stdio: "ignore",
  });
  const port = await freePort();
  const words = ["-D", folder, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-k", folder];
  track(spawn(programs.postgres, words, { ...as, cwd: folder, stdio: "ignore" }));
  const url = `postgresql://moot@127.0.0.1:${port}/postgres`;
  await until(() => answers(url), "PostgreSQL does not answer.");
  return url;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function notRoot(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const line = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
  if (!line) throw new Error("This system has no user postgres, whom its package makes.");
  const [uid, gid] = [Number(line[1]), Number(line[2])];
  chownSync(folder, uid, gid);
  return { uid, gid };
}

/** nginx in front of the site, on an address other than its own, so that a visitor's is neither. */
export async function startNginx(
  programs: Programs,
  folder: string,
  at: { port: number; sitePort: number },
): Promise<ChildProcess> {
  return runNginx(programs, folder, at.port, sitesOf(at));
}

/**
 * nginx with the configuration that operators are given (`deploy/nginx.conf`), with a line for each of several instances, and of all the rest
 * only what this machine has otherwise: ports, and a certificate of its own.
 */
export async function startNginxAsShipped(
  programs: Programs,
  folder: string,
  at: { port: number; plainPort: number; sitePorts: readonly number[] },
): Promise<ChildProcess> {
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const changes: [RegExp, string][] = [
    [/^ *server 127\.0\.0\.1:3000;$/m, at.sitePorts.map((port) => `  server 127.0.0.1:${port};`).join("\n")],
    [/^ *listen \[::\].*\n/gm, ""],
    [/listen 80;/, `listen ${PROXY}:${at.plainPort};`],
    [/listen 443 ssl/, `listen ${PROXY}:${at.port} ssl`],
    [/ssl_certificate \S+;/, `ssl_certificate ${certificate};`],
    [/ssl_certificate_key \S+;/, `ssl_certificate_key ${key};`],
  ];
  let text = readFileSync("deploy/nginx.conf", "utf8");
  for (const [which, by] of changes) {
    if (!text.match(which)) throw new Error(`deploy/nginx.conf has nothing like ${which}.`);
    text = text.replace(which, by);
  }
  mkdirSync(folder);
  const asked = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=moot.example"];
  execFileSync(programs.openssl, [...asked, "-keyout", key, "-out", certificate], { stdio: "ignore" });
  return runNginx(programs, folder, at.plainPort, text);
}

/** @param sites what stands inside of `http` @param port where it answers without https */
async function runNginx(
  programs: Programs,
  folder: string,
  port: number,
  sites: string,
): Promise<ChildProcess> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, sites));
  const child = spawn(programs.nginx, ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "ignore" });
  track(child);
  const address = `http://${PROXY}:${port}/`;
  await until(
    () =>
      fetch(address, { redirect: "manual" }).then(
        () => true,
        () => false,
      ),
    "nginx does not answer.",
  );
  return child;
}

function configuration(folder: string, sites: string): string {
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `  ${name}_temp_path ${folder}/${name};`)
    .join("\n");
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off;
${paths}
${sites}
}
`;
}

const sitesOf = ({ port, sitePort }: Parameters<typeof startNginx>[2]): string => `
  upstream moot {
    server 127.0.0.1:${sitePort};
    keepalive ${KEPT_ALIVE};
  }
  server {
    listen ${PROXY}:${port};
    location / {
      proxy_pass http://moot;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
    }
  }
`;

export async function until(
  isSo: () => Promise<boolean>,
  otherwise: string,
  within = UP_WITHIN,
): Promise<void> {
  const giveUpAt = Date.now() + within;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(otherwise);
    await pause(50);
  }
}
