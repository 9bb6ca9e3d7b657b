import type { Check } from "@/domain/moderation/checks/check";

export const maySpeak: Check = {
  key: "roles",
  title: "Not for this role",
  why: "A site may let only some of its members comment, for a while or always.",
  look: ({ author, settings, editing }) =>
    editing !== null || settings.rolesThatComment.includes(author.role)
      ? null
      : {
          effect: "refuse",
          reason: "Only some members comment on this site just now. You can read, vote and react.",
        },
};
