import { EmptyState } from "@/components/ui/words";

/** Where stances are still blind: why, and what one can do about it. */
export const SidesUnshown = ({ slug, why, canAnswer }: { slug: string; why: string; canAnswer: boolean }) => (
  <>
    <EmptyState>{why}</EmptyState>
    {canAnswer && (
      <p>
        <a href={`/articles/${slug}/vote`}>To the poll</a>
      </p>
    )}
  </>
);
