import { Dialog } from "@/components/ui/dialog";
import type { MemberCard } from "@/domain/moderation/queue/queue";
import type { HouseRule } from "@/domain/moderation/rules/rules";
import { SanctionForm } from "./sanction-form";
import * as t from "#messages/decisions";

export type Sanctioning = { kind: "suspension" | "ban"; author: MemberCard };

/** The member's form, without leaving the desk; it is a plain form, and comes back here. */
export function SanctionDialog({
  wish,
  rules,
  back,
  onClose,
}: {
  wish: Sanctioning | null;
  rules: HouseRule[];
  back: string;
  onClose: () => void;
}) {
  const title = wish ? `${wish.kind === "ban" ? t.ban : t.suspend} ${wish.author.name}` : "";
  return (
    <Dialog title={title} open={wish !== null} onClose={onClose}>
      {wish && <SanctionForm handle={wish.author.handle} kind={wish.kind} rules={rules} back={back} />}
    </Dialog>
  );
}
