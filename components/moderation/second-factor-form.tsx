import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/field";
import fieldsets from "@/components/ui/fieldset.module.css";
import { returnTo, Saved } from "@/components/ui/saved";
import sections from "@/components/ui/section.module.css";
import * as t from "#messages/keys";

type Demand = { editor: boolean; moderator: boolean; admin: boolean };

/** Of which roles a second step is asked. */
export function SecondFactorForm({ demand, said }: { demand: Demand; said: string | undefined }) {
  return (
    <section className={sections.section}>
      <h2>{t.secondStepForStaff}</h2>
      <Saved part="second-step" said={said} />
      <p>{t.whoeverHasNoneReads}</p>
      <form method="post" action="/api/v1/moderation/second-factor">
        <input type="hidden" name="_method" value="PUT" />
        <input type="hidden" name="_return" value={returnTo("/moderation/settings", "second-step")} />
        <input type="hidden" name="_back" value="/moderation/settings" />
        <fieldset className={fieldsets.bare}>
          <legend>{t.secondStepForStaff}</legend>
          <Choice name="editor" label={t.editors} defaultChecked={demand.editor} />
          <Choice name="moderator" label={t.moderators} defaultChecked={demand.moderator} />
          <Choice name="admin" label={t.admins} defaultChecked={demand.admin} />
        </fieldset>
        <Button look="primary">{t.keepThis}</Button>
      </form>
    </section>
  );
}
