import { Notice } from "@/components/ui/notice";
import * as t from "#messages/members";
import { rich } from "@/messages/rich";

/** To whoever has not confirmed their address: what they cannot do yet, and the way. @param next where they go on afterwards */
export function ConfirmFirst({ next }: { next: string }) {
  const way = `/confirm-address?${new URLSearchParams({ next }).toString()}`;
  return (
    <Notice kind="problem">{rich(t.confirmFirst, { link: (words) => <a href={way}>{words}</a> })}</Notice>
  );
}
