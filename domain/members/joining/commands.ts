import "server-only";

import type { Joining } from "./joining";
import type { ChangedJoining } from "./schema";
import type { Member } from "@/domain/members/member";
import { mayInvite } from "@/domain/members/policy";
import { database } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import * as t from "#messages/joining";

/** From the next sign-up on. Domains are kept while another way is chosen. */
export async function changeJoining({ way, domains }: ChangedJoining, actor: Member): Promise<Joining> {
  authorize(mayInvite(actor), actor, t.onlyAdminsInvite);
  const value = { way, domains: [...new Set(domains)] };
  await database().siteSetting.upsert({
    where: { key: "joining" },
    create: { key: "joining", value },
    update: { value },
  });
  return value;
}
