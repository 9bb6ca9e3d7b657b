import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";

/** A refused form: what was typed, and what was wrong. */
export type Kept = {
  fields: Record<string, string>;
  problem: string;
  problems: Record<string, string>;
} | null;

type Props = { slug: string; form: string; path: string; kept: Kept; children: ReactNode };

/** One plain form of the page on which a poll is run; it comes back to that page, which is told which one it was. */
export function RunForm({ slug, form, path, kept, children }: Props) {
  return (
    <form method="post" action={`/api/v1/articles/${slug}/poll/${path}`}>
      <input type="hidden" name="_method" value="put" />
      <input type="hidden" name="_return" value={`/articles/${slug}/poll?form=${form}`} />
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {children}
    </form>
  );
}
