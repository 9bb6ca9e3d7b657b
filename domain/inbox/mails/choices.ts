import "server-only";

import type { NoticeKind } from "@/domain/inbox/notice";
import { REFUSALS } from "@/domain/mail/mail";
import type { Member } from "@/domain/members/member";
import { seesTheDesk } from "@/domain/moderation/decisions/policy";
import {
  DIGESTS,
  isMailed,
  kindsFor,
  NO_CHOICE,
  switched,
  type Digest,
  type MailChoice,
  type MailChoiceView,
} from "./choice";
import { database, transaction, type Database } from "@/platform/database";

/** What one gets by mail. */
export async function mailChoiceOf(viewer: Member): Promise<MailChoiceView> {
  const db = database();
  const [choice, { mailRefusals }] = await Promise.all([
    readChoice(db, viewer.id),
    db.member.findUniqueOrThrow({ where: { id: viewer.id }, select: { mailRefusals: true } }),
  ]);
  return {
    kinds: kindsFor(seesTheDesk(viewer)).map((kind) => ({ kind, mailed: isMailed(choice, kind) })),
    none: choice.none,
    digest: choice.digest,
    stopped: mailRefusals >= REFUSALS,
  };
}

/** `kinds`: those that are mailed, of those this member can hear of; what is not named stays as it is. */
export type ChangedMailChoice = { kinds?: NoticeKind[]; digest?: Digest; none?: boolean; again?: true };

/** Says what comes by mail from now on. `again` tries an address anew that mails came back from. */
export async function chooseMail(
  { kinds, digest, none, again }: ChangedMailChoice,
  actor: Member,
): Promise<void> {
  await transaction(async (tx) => {
    await changeChoice(tx, actor.id, (before) => {
      const choice = { ...before, ...(digest && { digest }), ...(none !== undefined && { none }) };
      return (kinds ? kindsFor(seesTheDesk(actor)) : []).reduce(
        (so, kind) => switched(so, kind, kinds?.includes(kind) ?? false),
        choice,
      );
    });
    if (again) await tx.member.update({ where: { id: actor.id }, data: { mailRefusals: 0 } });
  });
}

/** Changes one member's choice, whoever asks; two at once take turns. @returns what it was before */
export async function changeChoice(
  tx: Database,
  memberId: string,
  change: (before: MailChoice) => MailChoice,
): Promise<MailChoice> {
  await tx.$executeRaw`INSERT INTO mail_choice (member_id) VALUES (${memberId}::uuid) ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`SELECT FROM mail_choice WHERE member_id = ${memberId}::uuid FOR UPDATE`;
  const before = await readChoice(tx, memberId);
  const { digest, ...after } = change(before);
  // A digest begins with what comes from now on.
  const data = { ...after, ...(digest !== before.digest && { digest, digestAt: new Date() }) };
  await tx.mailChoice.update({ where: { memberId }, data });
  return before;
}

async function readChoice(db: Database, memberId: string): Promise<MailChoice> {
  const row = await db.mailChoice.findUnique({ where: { memberId } });
  if (!row) return NO_CHOICE;
  const { wanted, unwanted, none } = row;
  return { wanted, unwanted, none, digest: DIGESTS.find((one) => one === row.digest) ?? "never" };
}
