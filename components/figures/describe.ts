import { say } from "@/messages/say";
import { LOCALE } from "#messages/locale";
import * as t from "#messages/figures";

const LIST = new Intl.ListFormat(LOCALE, { type: "unit", style: "short" });

/** Figures in one sentence, as a picture is read aloud. */
export const listed = (parts: readonly string[]): string => LIST.format(parts);

/** "Yes 61%, No 39%". `share` is in words already. */
export const labelledShares = (parts: readonly { label: string; share: string }[]): string =>
  listed(parts.map((part) => say(t.labelWithShare, part)));
