import { Apart } from "@/components/ui/apart";
import { Button } from "@/components/ui/button";
import buttonRow from "@/components/ui/button-row.module.css";
import { TextArea } from "@/components/ui/field";
import { flashField, type FormFlash } from "@/components/ui/form-flash";
import { returnTo } from "@/components/ui/saved";
import { editPagePath, type SitePage } from "@/domain/site/site";
import * as t from "#messages/site-settings";

/** A page of the site's own, in Markdown; a look at it first changes nothing. */
export function PageForm({ page, kept }: { page: SitePage; kept: FormFlash }) {
  const here = editPagePath(page.page);
  return (
    <form method="post" action={`/api/v1/site/pages/${page.page}`}>
      <input type="hidden" name="_method" value="PUT" />
      <input type="hidden" name="_return" value={returnTo(here, "page")} />
      <input type="hidden" name="_back" value={here} />
      <input type="hidden" name="version" value={page.version} />
      <TextArea
        label={t.text}
        hint={t.textHint}
        required
        rows={18}
        {...flashField(kept, "source", page.source)}
      />
      <div className={buttonRow.row}>
        <Apart>
          <Button look="primary">{t.savePage}</Button>
          <Button name="_look" value="1">
            {t.preview}
          </Button>
        </Apart>
      </div>
    </form>
  );
}
