import type { Check } from "./check";
import { NEW_BELOW } from "@/domain/moderation/raid/raid";
import * as t from "#messages/house-rules";

export const raidMode: Check = {
  key: "raid",
  title: t.raidMode,
  why: t.newMembersNeedApproval,
  look: ({ author, raid }) =>
    raid && author.role === "reader" && author.approvedCount < NEW_BELOW
      ? { effect: "hold", reason: t.heldInRaidMode }
      : null,
};
