import type { Check } from "./check";
import { burst } from "./burst";
import { imitation } from "./imitation";
import { linksHeld } from "./links-held";
import { mostlyLinks } from "./mostly-links";
import { newOnHotThread } from "./new-on-hot-thread";
import { newcomer } from "./newcomer";
import { newcomerWithLinks } from "./newcomer-with-links";
import { notEmpty } from "./not-empty";
import { notFlooding } from "./not-flooding";
import { notRepeated } from "./not-repeated";
import { notShouting } from "./not-shouting";
import { premoderated } from "./premoderated";
import { maySpeak } from "./may-speak";
import { raidMode } from "./raid-mode";
import { recentRejections } from "./recent-rejections";
import { slowMode } from "./slow-mode";
import { unbroken } from "./unbroken";
import { watchedWords } from "./watched-words";
import * as t from "#messages/house-rules";

/** In this order. The first refusal ends the reading; everything that holds or marks is collected. */
export const checks: readonly Check[] = [
  // certain: refused, with a sentence
  maySpeak,
  notEmpty,
  notRepeated,
  notFlooding,
  slowMode,
  // the site's own wish: waits for a person
  premoderated,
  raidMode,
  newcomer,
  newcomerWithLinks,
  linksHeld,
  watchedWords,
  // doubt: waits for a person
  recentRejections,
  newOnHotThread,
  burst,
  imitation,
  // manners: marked
  mostlyLinks,
  notShouting,
  unbroken,
];

/** What a check is called; a key from another version is its own name. */
export const checkTitle = (key: string): string =>
  key === "external" ? t.theSitesExternalCheck : (checks.find((check) => check.key === key)?.title ?? key);
