import type { Check } from "./check";
import { nameSkeleton } from "@/domain/members/name-skeleton";
import * as t from "#messages/house-rules";

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
  title: t.aNameLikeOne,
  why: t.aNameThatCanBeMistaken,
  look: ({ author, staff }) => {
    if (author.role !== "reader") return null;
    const looks = [nameSkeleton(author.name), nameSkeleton(author.handle)].filter((name) => name !== "");
    const taken = new Set([...staff.map(nameSkeleton), ...OFFICES]);
    return looks.some((name) => taken.has(name))
      ? { effect: "hold", reason: t.theAuthorsNameCanBeMistaken }
      : null;
  },
};
