import { TextsChoice } from "@/components/members/erasure-form";
import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/field";
import { Time } from "@/components/ui/time";
import type { Leaving } from "@/domain/members/leaving";
import folds from "@/components/ui/fold.module.css";
import sections from "@/components/ui/section.module.css";
import styles from "./sanction-form.module.css";
import * as t from "#messages/offices";
import { rich } from "@/messages/rich";
import { say } from "@/messages/say";

type Props = { member: { handle: string; name: string }; leaving: Leaving | null };

/** An admin has an account erased for a member who asked them to, or keeps it while the week lasts. */
export function MemberErasure({ member: { handle, name }, leaving }: Props) {
  const action = `/api/v1/members/${handle}/erasure`;
  const back = <input type="hidden" name="_return" value={`/moderation/members/${handle}`} />;
  return (
    <section className={sections.section}>
      <h2>{t.deletion}</h2>
      {leaving ? (
        <form method="post" action={action}>
          {back}
          <input type="hidden" name="_method" value="DELETE" />
          <p>
            {rich(leaving.textsGo ? t.goesWithComments : t.goesWithoutComments, {
              name,
              when: <Time at={leaving.until} exact />,
            })}
          </p>
          <Button>{t.keepTheAccount}</Button>
        </form>
      ) : (
        <details className={folds.fold}>
          <summary>{t.deleteOnRequest}</summary>
          <p>{t.onlyWhenTheyAsked}</p>
          <form method="post" action={action} className={styles.sanction}>
            {back}
            <TextsChoice />
            <Confirmation label={say(t.deleteThisAccount, { name })} name="sure" />
            <Button>{t.deleteTheAccount}</Button>
          </form>
        </details>
      )}
    </section>
  );
}
