import type { PollOption } from "@/domain/polls/poll";
import { sideTones } from "./side-tones";
import styles from "./tones.module.css";

/** The class that fills a shape with each option's colour. */
export const tonesOf = (options: readonly PollOption[]): (string | undefined)[] =>
  sideTones(options).map((tone) => styles[tone]);
