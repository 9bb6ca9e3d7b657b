import { Notice } from "@/components/ui/notice";
import * as t from "#messages/keys";
import { rich } from "@/messages/rich";

/** To whoever has a role that needs a second factor, and has not shown one: what they lack, and the way. */
export const HeldBack = ({ hasKey }: { hasKey: boolean }) => (
  <Notice kind="problem">
    {hasKey
      ? rich(t.confirmWithYours, { link: (words) => <a href="/confirm-identity?next=/account">{words}</a> })
      : rich(t.yourRoleWaits, { link: (words) => <a href="/account/keys">{words}</a> })}
  </Notice>
);
