import "server-only";

import { mayWrite } from "@/domain/articles/policy";
import type { Member } from "@/domain/members/member";
import { transaction } from "@/platform/database";
import { authorize } from "@/platform/refusal";
import { lockDraft } from "./commands";
import type { Draft } from "./draft";
import { draftRow, viewOf } from "./queries";
import type { NewPreview } from "./schema";
import * as t from "#messages/articles";

/** Makes an address at which whoever has it reads the draft as it stands, for some days. An earlier one ends. */
export async function makePreview(id: string, { days }: NewPreview, by: Member): Promise<Draft> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  return transaction(async (tx) => {
    await lockDraft(tx, id);
    await tx.$executeRaw`
      INSERT INTO draft_preview (draft_id, expires_at) VALUES (${id}::uuid, now() + make_interval(days => ${days}::int))
      ON CONFLICT (draft_id) DO UPDATE SET id = gen_random_uuid(), expires_at = excluded.expires_at`;
    return viewOf(await draftRow(tx, id));
  });
}

/** Whoever has the address reads nothing any more. */
export async function endPreview(id: string, by: Member): Promise<void> {
  authorize(mayWrite(by), by, t.onlyEditorsWrite);
  await transaction(async (tx) => {
    await lockDraft(tx, id);
    await tx.draftPreview.deleteMany({ where: { draftId: id } });
  });
}
