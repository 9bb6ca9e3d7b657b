import { Button } from "@/components/ui/button";
import type { DeskWay } from "./decide-form";
import * as t from "#messages/desk";
import { say } from "@/messages/say";

/** The side whose best case a comment can be: it shows that side. */
export type PinnedSide = { slug: string; side: string; label: string };

type Props = { comment: string; at: PinnedSide; pinned: boolean; way: DeskWay };

/** Puts a comment first for the side it shows, or takes it from there. */
export function PinForm({ comment, at, pinned, way }: Props) {
  return (
    <form method="post" action={`/api/v1/articles/${at.slug}/poll/cases/${at.side}`}>
      <input type="hidden" name="_method" value="put" />
      {!pinned && <input type="hidden" name="comment" value={comment} />}
      <input type="hidden" name="_return" value={way.back} />
      <input type="hidden" name="_back" value={way.refused} />
      <Button look={pinned ? "quiet" : "plain"}>
        {pinned ? t.unpin : say(t.pinAsTheBestCase, { label: at.label })}
      </Button>
    </form>
  );
}
