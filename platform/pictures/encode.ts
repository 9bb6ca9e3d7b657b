import "server-only";

import { spawn, type ChildProcess } from "node:child_process";
import { concurrencyLimit } from "@/platform/concurrency-limit";
import { currentClient } from "@/platform/client";
import { outsideRequests } from "@/platform/outside-requests";
import { processSingleton } from "@/platform/process-singleton";

export type EncodedFile = { width: number; format: "webp" | "jpg" | "png"; bytes: Uint8Array };

/** What was made of a picture; width and height are those of the largest file, in pixels. */
export type Encoded = { width: number; height: number; files: EncodedFile[] };

/** Why nothing was made of it; with its size as it lies on a screen, where that is the reason. */
export type EncodeProblem =
  | { problem: "damaged" | "animated" | "slow" }
  | { problem: "pixels" | "side"; width: number; height: number };

/** Widths in pixels. No file is wider than the picture, and `widest` bounds all but the icons, which are squares. */
export type EncodeWish = {
  bytes: Uint8Array;
  pixelsAtMost: number;
  sideAtMost: number;
  widest: number;
  webp: readonly number[];
  jpg: readonly number[];
  icons: readonly number[];
};

/** The largest photograph takes two seconds of a core; on a machine that is busy with other things, much longer. Milliseconds. */
const WITHIN = 60_000;

/** One at a time: it takes a core and up to 200 MB, and readers need the other. Who waits is bounded where they come in. */
const inTurn = processSingleton("pictures", () =>
  concurrencyLimit({ maxConcurrent: 1, maxQueued: Infinity, maxPerClient: Infinity }),
);

const PROGRAM = "platform/pictures/child.mjs";

/**
 * Decodes a picture and encodes it anew, without anything but its pixels, in a process of its own. A decoder that never ends cannot be
 * stopped from within (sharp's own timeout did not stop one), but a process can be killed.
 */
export const encodePicture = (wish: EncodeWish): Promise<Encoded | EncodeProblem> =>
  inTurn(currentClient(), () => outsideRequests(() => inChild(wish)));

async function inChild(wish: EncodeWish): Promise<Encoded | EncodeProblem> {
  const child = spawn(process.execPath, [PROGRAM], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // Nothing that is secret here is known there.
    env: { NODE_ENV: "production" },
  });
  const late = setTimeout(() => child.kill("SIGKILL"), WITHIN);
  try {
    return await answerOf(child, wish);
  } finally {
    clearTimeout(late);
    child.kill("SIGKILL");
  }
}

function answerOf(child: ChildProcess, wish: EncodeWish): Promise<Encoded | EncodeProblem> {
  return new Promise((resolve, reject) => {
    child.once("message", (answer: Encoded | EncodeProblem) => resolve(answer));
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      signal === null
        ? reject(new Error(`The encoder of pictures ended with ${code ?? "nothing"}.`))
        : resolve({ problem: "slow" }),
    );
    child.send(wish, (error) => {
      if (error) reject(error);
    });
  });
}
