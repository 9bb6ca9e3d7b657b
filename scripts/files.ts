import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file below some folders, in an order that is the same everywhere. */
export function filesBelow(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .sort();
}

/** A hash over the names and the content of files. */
export function hashOf(files: readonly string[]): string {
  return sha256(files.map((file) => `${file}\0${sha256(readFileSync(file))}\n`).join(""));
}

/** In hexadecimal digits. */
export function sha256(content: Buffer | string): string {
  return createHash("sha256").update(content).digest("hex");
}
