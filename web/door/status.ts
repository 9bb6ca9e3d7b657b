import "server-only";

import { SiteStatusSchema } from "@/domain/operations/answers";
import { siteStatus } from "@/domain/operations/queries";
import { ok } from "@/web/route/answer";
import { member } from "@/web/route/who";
import type { Door } from "@/web/route/make-door";

export function status(door: Door): void {
  door.get("/status", {
    who: member,
    output: { 200: SiteStatusSchema },
    summary: "How this process, its database and what waits are, in words; for admins",
    run: async ({ actor }) => ok(await siteStatus(actor)),
  });
}
