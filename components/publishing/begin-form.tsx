import { Button } from "@/components/ui/button";

/** Begins a draft, of a new article or of the next revision of one, and leads to it. */
export const BeginForm = ({ label, article }: { label: string; article?: string }) => (
  <form method="post" action="/api/v1/drafts">
    <input type="hidden" name="_back" value="/write" />
    {article !== undefined && <input type="hidden" name="article" value={article} />}
    <Button look="primary">{label}</Button>
  </form>
);
