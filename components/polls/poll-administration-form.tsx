import type { ReactNode } from "react";
import type { FormFlash } from "@/components/ui/form-flash";
import { Notice } from "@/components/ui/notice";

type Props = { slug: string; form: string; path: string; kept: FormFlash; children: ReactNode };

/** One plain form of the page on which a poll is run; it comes back to that page, which is told which one it was. */
export function PollAdministrationForm({ slug, form, path, kept, children }: Props) {
  return (
    <form method="post" action={`/api/v1/articles/${slug}/poll/${path}`}>
      <input type="hidden" name="_method" value="put" />
      <input type="hidden" name="_return" value={`/articles/${slug}/poll?form=${form}`} />
      {kept && <Notice kind="problem">{kept.problem}</Notice>}
      {children}
    </form>
  );
}
