import { type FormFlash, flashField } from "@/components/ui/form-flash";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Author } from "@/domain/members/member";
import lists from "@/components/ui/list.module.css";
import sections from "@/components/ui/section.module.css";
import textStyles from "@/components/ui/text.module.css";
import styles from "./article-moderators.module.css";

type Props = { slug: string; moderators: Author[]; may: boolean; kept: FormFlash };

/** Who moderates this discussion beside the moderators of the site; admins appoint and dismiss. */
export function ArticleModerators({ slug, moderators, may, kept }: Props) {
  const here = `/moderation/articles/${slug}`;
  return (
    <section className={sections.section}>
      <h2>Who moderates it</h2>
      <p>The moderators of the site{moderators.length > 0 ? ", and for this discussion alone:" : "."}</p>
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
                  <Button look="quiet" aria-label={`Dismiss ${name}`}>
                    Dismiss
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
            label="Make somebody moderator of this discussion"
            hint="They see its queue and its log, decide about its comments and steer it; not about people, and not elsewhere."
            autoCapitalize="none"
            placeholder="handle"
            required
            {...flashField(kept, "handle")}
          />
          <Button>Appoint</Button>
        </form>
      )}
    </section>
  );
}
