import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Debian keeps each major version of PostgreSQL in a folder of its own, off the PATH. */
const POSTGRES = "/usr/lib/postgresql";

/** Folders that a user's PATH often leaves out. */
const PLACES = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/sbin"];

/** A program of the system, and the Debian package that brings it. */
type Needed = Readonly<{ package: string; find: () => string | undefined }>;

const needed = {
  caddy: { package: "caddy", find: () => onPath("caddy") },
  firefox: { package: "firefox-esr", find: () => onPath("firefox-esr") ?? onPath("firefox") },
  fakeTime: { package: "libfaketime", find: fakeTime },
  haproxy: { package: "haproxy", find: () => onPath("haproxy") },
  java: { package: "default-jre-headless", find: () => onPath("java") },
  lynx: { package: "lynx", find: () => onPath("lynx") },
  miniBrowser: { package: "webkit2gtk-driver", find: miniBrowser },
  nginx: { package: "nginx", find: () => onPath("nginx") },
  initdb: { package: "postgresql", find: () => ofPostgres("initdb") },
  openssl: { package: "openssl", find: () => onPath("openssl") },
  postgres: { package: "postgresql", find: () => ofPostgres("postgres") },
  systemdAnalyze: { package: "systemd", find: () => onPath("systemd-analyze") },
  tmux: { package: "tmux", find: () => onPath("tmux") },
  w3m: { package: "w3m", find: () => onPath("w3m") },
  webKitDriver: { package: "webkit2gtk-driver", find: () => onPath("WebKitWebDriver") },
  xServer: { package: "xvfb", find: () => onPath("Xvfb") },
} satisfies Record<string, Needed>;

export type Programs = Readonly<Record<keyof typeof needed, string>>;

/**
 * Where the system's programs are; root gets the missing ones installed.
 * @throws Error naming the packages to install
 */
export function findPrograms(): Programs {
  const missing = () => Object.values(needed).filter(({ find }) => find() === undefined);
  const packages = [...new Set(missing().map((one) => one.package))];
  if (packages.length > 0 && process.getuid?.() === 0) install(packages);
  if (missing().length > 0)
    throw new Error(
      `These tests need programs of the system. Debian and Ubuntu: sudo apt-get install ${packages.join(" ")}`,
    );
  const found = Object.entries(needed).map(([name, { find }]) => [name, find() ?? ""]);
  return Object.fromEntries(found) as Programs;
}

function install(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" });
  const words = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
  spawnSync("apt-get", words, { env, stdio: "ignore" });
}

function onPath(name: string): string | undefined {
  return PLACES.map((place) => join(place, name)).find((file) => existsSync(file));
}

/** Programs load it, and are told another time. */
function fakeTime(): string | undefined {
  return librariesIn(["/usr/lib"])
    .map((folder) => join(folder, "faketime", "libfaketimeMT.so.1"))
    .find((file) => existsSync(file));
}

/** A window around the engine and little else, which its own package keeps off the PATH. */
function miniBrowser(): string | undefined {
  return librariesIn(["/usr/lib", "/usr/libexec"])
    .flatMap((folder) => foldersIn(folder, /^webkit2gtk-/))
    .map((folder) => join(folder, "MiniBrowser"))
    .find((file) => existsSync(file));
}

/** With those of each processor they have. */
const librariesIn = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) => [folder, ...foldersIn(folder, /-linux-gnu/)]);

const foldersIn = (folder: string, name: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((one) => name.test(one))
        .map((one) => join(folder, one))
    : [];

function ofPostgres(name: string): string | undefined {
  if (!existsSync(POSTGRES)) return onPath(name);
  const versions = readdirSync(POSTGRES).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(POSTGRES, version, "bin", name)).find((file) => existsSync(file));
}
