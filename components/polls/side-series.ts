import type { Series } from "@/components/figures/legend";
import type { PollView } from "@/domain/polls/poll";
import { sideTones } from "./side-tones";

/** The sides of a poll as a picture names and fills them. A side keeps the tone that it has beside all answers. */
export function sideSeries({ options }: PollView): Series[] {
  const tones = sideTones(options);
  return options.flatMap(({ key, label, side }, nth) =>
    side ? [{ key, label, tone: tones[nth] ?? "none" }] : [],
  );
}
