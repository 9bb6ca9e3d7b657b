import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { returnTo, Saved } from "@/components/ui/saved";
import type { Author } from "@/domain/members/member";
import lists from "@/components/ui/list.module.css";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import styles from "./article-moderators.module.css";
import * as t from "#messages/desk";
import { say } from "@/messages/say";

type Props = { slug: string; moderators: Author[]; may: boolean; kept: FormFlash; said: string | undefined };

/** Who moderates this discussion beside the moderators of the site; admins appoint and dismiss. */
export function ArticleModerators({ slug, moderators, may, kept, said }: Props) {
  const here = returnTo(`/moderation/articles/${slug}`, "moderators");
  return (
    <section className={sections.section}>
      <h2>{t.whoModeratesIt}</h2>
      <Saved part="moderators" said={said} />
      <p>
        {say(t.theModeratorsOfTheSite, { count: moderators.length > 0 ? t.andForThisDiscussionAlone : "." })}
      </p>
      {moderators.length > 0 && (
        <ul className={lists.ruled}>
          {moderators.map(({ handle, name }) => (
            <li key={handle} className={styles.moderator}>
              <span>
                <a href={`/members/${handle}`}>{name}</a> <span className={textStyles.muted}>@{handle}</span>
              </span>
              {may && (
                <form method="post" action={`/api/v1/articles/${slug}/moderators/${handle}`}>
                  <input type="hidden" name="_method" value="DELETE" />
                  <input type="hidden" name="_return" value={here} />
                  <Button look="quiet" aria-label={say(t.removeName, { name })}>
                    {t.removeModerator}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <form method="post" action={`/api/v1/articles/${slug}/moderators`}>
          <input type="hidden" name="_return" value={here} />
          <Field
            label={t.addAModerator}
            hint={t.theySeeItsQueue}
            autoCapitalize="none"
            placeholder={t.handle}
            required
            {...flashField(kept, "handle")}
          />
          <Button>{t.addThisModerator}</Button>
        </form>
      )}
    </section>
  );
}
