import type { Check } from "@/domain/moderation/checks/check";
import { nameSkeleton } from "@/domain/members/name-skeleton";

/** Names that sound like an office, whoever holds it. */
const OFFICES = [
  "admin",
  "administrator",
  "moderator",
  "moderators",
  "mod",
  "editor",
  "staff",
  "support",
  "official",
  "moot",
  "team",
].map(nameSkeleton);

export const imitation: Check = {
  key: "imitation",
  title: "A name like one of the staff",
  why: "A name that can be mistaken for a moderator's lends words a weight that is not theirs.",
  look: ({ author, staff }) => {
    if (author.role !== "reader") return null;
    const looks = [nameSkeleton(author.name), nameSkeleton(author.handle)].filter((name) => name !== "");
    const taken = new Set([...staff.map(nameSkeleton), ...OFFICES]);
    return looks.some((name) => taken.has(name))
      ? { effect: "hold", reason: "The author's name can be mistaken for one of the staff." }
      : null;
  },
};
