import type { Check } from "./check";
import * as t from "#messages/house-rules";

export const maySpeak: Check = {
  key: "roles",
  title: t.notForThisRole,
  why: t.aSiteMayLetOnlySome,
  look: ({ author, settings, editing }) =>
    editing !== null || settings.rolesThatComment.includes(author.role)
      ? null
      : {
          effect: "refuse",
          reason: t.onlySomeMembersComment,
        },
};
