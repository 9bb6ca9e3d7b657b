import { morePath } from "@/components/comments/paths";
import { MoreLink } from "@/components/comments/more-replies";
import type { ThreadContext } from "@/components/comments/thread-context";
import { MORE_COMMENTS, showMoreLabel } from "@/components/comments/labels";

type Rest = { parent: string | null; after: string; left: number };

/** The way to what is behind what was just shown. */
export const moreLink = ({ slug, sort }: ThreadContext, { parent, after, left }: Rest) => (
  <MoreLink
    href={morePath(slug, { sort, parent: parent ?? undefined, after })}
    left={parent === null ? undefined : Math.max(1, left)}
    label={parent === null ? MORE_COMMENTS : showMoreLabel(Math.max(1, left))}
  />
);
