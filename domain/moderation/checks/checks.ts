import type { Check } from "@/domain/moderation/checks/check";
import { burst } from "@/domain/moderation/checks/burst";
import { imitation } from "@/domain/moderation/checks/imitation";
import { linksHeld } from "@/domain/moderation/checks/links-held";
import { mostlyLinks } from "@/domain/moderation/checks/mostly-links";
import { newOnHotThread } from "@/domain/moderation/checks/new-on-hot-thread";
import { newcomer } from "@/domain/moderation/checks/newcomer";
import { newcomerWithLinks } from "@/domain/moderation/checks/newcomer-with-links";
import { notEmpty } from "@/domain/moderation/checks/not-empty";
import { notFlooding } from "@/domain/moderation/checks/not-flooding";
import { notRepeated } from "@/domain/moderation/checks/not-repeated";
import { notShouting } from "@/domain/moderation/checks/not-shouting";
import { premoderated } from "@/domain/moderation/checks/premoderated";
import { maySpeak } from "@/domain/moderation/checks/may-speak";
import { recentRejections } from "@/domain/moderation/checks/recent-rejections";
import { slowMode } from "@/domain/moderation/checks/slow-mode";
import { unbroken } from "@/domain/moderation/checks/unbroken";
import { watchedWords } from "@/domain/moderation/checks/watched-words";
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
