import type { Check } from "@/domain/moderation/checks/check";
import { likeness } from "@/domain/members/likeness";
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
].map(likeness);

export const imitation: Check = {
  key: "imitation",
  title: t.aNameLikeOne,
  why: t.aNameThatCanBeMistaken,
  look: ({ author, staff }) => {
    if (author.role !== "reader") return null;
    const looks = [likeness(author.name), likeness(author.handle)].filter((name) => name !== "");
    const taken = new Set([...staff.map(likeness), ...OFFICES]);
    return looks.some((name) => taken.has(name))
      ? { effect: "hold", reason: t.theAuthorsNameCanBeMistaken }
      : null;
  },
};
