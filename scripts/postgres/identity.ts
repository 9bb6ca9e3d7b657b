import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * As whom PostgreSQL runs. It refuses to be root, with good reason, and much is started as root:
 * containers, small servers, continuous integration.
 */
export type Identity = Readonly<{
  /** Turns a command into the one that is really started. */
  dress: (command: string, args: readonly string[]) => [string, string[]];
  /** The user and group to become, if any. */
  user?: { uid: number; gid: number };
}>;

const ourselves: Identity = { dress: (command, args) => [command, [...args]] };

/**
 * A user namespace in which we are not root. Files stay root's, no user is added to the machine, and it works
 * below folders only root may enter. Some containers forbid it.
 */
const namespaced: Identity = {
  dress: (command, args) => ["unshare", ["--user", "--map-user=1000", "--map-group=1000", command, ...args]],
};

/** The name the PostgreSQL packages of every distribution use. */
const SYSTEM_USER = "postgres";

/**
 * Chooses as whom to run, in this order: ourselves when we are not root; whoever owns the data folder, if that is
 * somebody else than root; nobody in particular, in a namespace; a system user made for it.
 * @param folder where the data is or will be; it need not exist
 * @param program one of PostgreSQL's, run with `--version` to see whether an identity can reach it
 * @throws Error with a sentence when none of them can
 */
export function chooseIdentity(folder: string, program: string): Identity {
  if (process.getuid?.() !== 0) return ourselves;
  for (const identity of candidates(folder)) if (canRun(identity, folder, program)) return identity;
  throw new Error(
    "PostgreSQL does not run as root, and no other user here can reach this folder; start Moot as an ordinary user, " +
      "move it out of root's own folder, or set DATABASE_URL.",
  );
}

/**
 * Makes a folder unless it is there. Root makes it for whoever owns the place it is made in. Others may walk through
 * it, since PostgreSQL may run as one of them, but neither list it nor read what is in it.
 * @throws Error with a sentence when there can be none
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return;
    throw new Error(`${folder} is a file, and a folder is needed there.`);
  }
  // Upwards one by one: Node's own `recursive` never ends where nothing can be made, as in /proc.
  makeFolder(dirname(folder));
  const owner = ownerOf(folder);
  try {
    mkdirSync(folder, { mode: 0o711 });
  } catch (cause) {
    if (existsSync(folder)) return;
    throw new Error(`The folder ${folder} cannot be made: ${reasonOf(cause)}.`, { cause });
  }
  if (process.getuid?.() === 0) chownSync(folder, owner.uid, owner.gid);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "nobody can write there",
  ENOSPC: "the disk is full",
};

const reasonOf = (cause: unknown): string =>
  (cause instanceof Error && "code" in cause && REASONS[String(cause.code)]) || "there can be none";

/** Hands a file or folder to whoever PostgreSQL runs as. */
export function handOver(path: string, identity: Identity): void {
  if (identity.user) chownSync(path, identity.user.uid, identity.user.gid);
}

function* candidates(folder: string): Generator<Identity> {
  const owner = ownerOf(folder);
  if (owner.uid !== 0) {
    yield { ...ourselves, user: owner };
    return;
  }
  yield namespaced;
  const user = systemUser();
  if (user) yield { ...ourselves, user };
}

function ownerOf(folder: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(nearest(folder));
  return { uid, gid };
}

/** The folder, or the nearest one above it that exists. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

function systemUser(): { uid: number; gid: number } | undefined {
  const known = idsOf(SYSTEM_USER);
  if (known) return known;
  spawnSync("useradd", ["--system", "--user-group", "--shell", "/usr/sbin/nologin", SYSTEM_USER]);
  return idsOf(SYSTEM_USER);
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  try {
    const ask = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: "pipe" }).toString());
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return undefined;
  }
}

function canRun(identity: Identity, folder: string, program: string): boolean {
  const enter = 'cd "$0" && "$1" --version';
  const [command, args] = identity.dress("sh", ["-c", enter, nearest(folder), program]);
  return spawnSync(command, args, { ...identity.user, cwd: "/", stdio: "ignore" }).status === 0;
}
