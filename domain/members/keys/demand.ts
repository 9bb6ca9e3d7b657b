import "server-only";

import { z } from "zod";
import type { SecondFactorDemand } from "./schema";
import type { Member, Role } from "@/domain/members/member";
import { mayDemandSecondFactor } from "@/domain/members/policy";
import { demandFreshProof } from "@/domain/members/reauthentication";
import { database } from "@/platform/database";
import { authorize, Conflict } from "@/platform/refusal";
import * as t from "#messages/keys";

const KEY = "second-factor";
const Kept = z.object({ roles: z.array(z.enum(["editor", "moderator", "admin"])) });

/** Of which roles a second factor is demanded; every request of theirs asks (`memberBySession`). */
export async function demandedRoles(): Promise<Role[]> {
  const row = await database().siteSetting.findUnique({ where: { key: KEY } });
  return Kept.safeParse(row?.value).data?.roles ?? [];
}

/** The same for who decides it. */
export async function demandFor(viewer: Member): Promise<SecondFactorDemand> {
  authorize(mayDemandSecondFactor(viewer), viewer, t.onlyAdminsDemandThis);
  const roles = await demandedRoles();
  return {
    editor: roles.includes("editor"),
    moderator: roles.includes("moderator"),
    admin: roles.includes("admin"),
  };
}

/** Whoever demands it of admins has shown one: a site whose admins are all held back could not take it back. */
export async function demandSecondFactor(wish: SecondFactorDemand, actor: Member): Promise<void> {
  authorize(mayDemandSecondFactor(actor), actor, t.onlyAdminsDemandThis);
  await demandFreshProof(actor);
  if (wish.admin && actor.multiFactor !== true) throw new Conflict(t.setUpYourOwnFirst);
  const roles = Kept.shape.roles.element.options.filter((role) => wish[role]);
  await database().siteSetting.upsert({
    where: { key: KEY },
    create: { key: KEY, value: { roles } },
    update: { value: { roles } },
  });
}
