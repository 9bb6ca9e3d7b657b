import "server-only";

import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { currentClient } from "@/platform/client";
import { concurrencyLimit } from "@/platform/concurrency-limit";
import { holds } from "@/platform/held";
import { processSingleton } from "@/platform/process-singleton";

/** The one font there is for drawings: the prose's own, in one weight. */
export const FONT = "Source Serif 4";
const FILE = join("content", "fonts", "source-serif-4-600.ttf");

/** A drawing takes a tenth of a second of one core, on a thread that answers nobody. */
const MAX_QUEUED = 40;
const inTurn = processSingleton("drawings", () =>
  concurrencyLimit({ maxConcurrent: 1, maxQueued: MAX_QUEUED, maxPerClient: 10 }),
);
holds("share pictures to be drawn", MAX_QUEUED, () => inTurn.load().queued);

/**
 * An SVG of ours as a PNG, in its own size. Nothing of the machine's is in it, so it is the same everywhere.
 * @throws Refusal (503) where too many wait
 */
export const drawSvg = (svg: string): Promise<Uint8Array> =>
  inTurn(currentClient(), async () =>
    (
      await renderAsync(svg, {
        font: { loadSystemFonts: false, fontFiles: [FILE], defaultFontFamily: FONT },
      })
    ).asPng(),
  );
