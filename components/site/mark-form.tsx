import { Button } from "@/components/ui/button";
import { ButtonRow } from "@/components/ui/button-row";
import { Field } from "@/components/ui/field";
import { returnTo } from "@/components/ui/saved";
import sections from "@/components/ui/section.module.css";
import { readReference, picturePath } from "@/domain/pictures/picture";
import type { Site } from "@/domain/site/site";
import styles from "./mark-form.module.css";
import * as t from "#messages/site-settings";

const HERE = "/moderation/site";

/** The logo or the icon: shown, replaced or removed. */
export function MarkForm({ mark, site }: { mark: "logo" | "icon"; site: Site }) {
  const there = readReference(site[mark]);
  const label = mark === "logo" ? t.logo : t.icon;
  return (
    <section className={sections.section} aria-labelledby={mark}>
      <h2 id={mark}>{label}</h2>
      {there && (
        <img
          className={styles.mark}
          src={picturePath(there.hash, 192, "png")}
          width={192}
          height={192}
          alt={label}
        />
      )}
      <form method="post" action={`/api/v1/site/${mark}`} encType="multipart/form-data">
        <Back />
        <input type="hidden" name="version" value={site.version} />
        <Field
          label={t.pictureFile}
          hint={mark === "logo" ? t.logoHint : t.iconHint}
          type="file"
          name="file"
          accept="image/png,image/jpeg,image/webp"
          required
        />
        <Button>{there ? t.replace : t.upload}</Button>
      </form>
      {there && (
        <form className={styles.remove} method="post" action="/api/v1/site/settings">
          <Back />
          <input type="hidden" name="_method" value="PATCH" />
          <input type="hidden" name="version" value={site.version} />
          <input type="hidden" name={mark} value=" " />
          <ButtonRow>
            <Button>{mark === "logo" ? t.removeTheLogo : t.removeTheIcon}</Button>
          </ButtonRow>
        </form>
      )}
    </section>
  );
}

const Back = () => (
  <>
    <input type="hidden" name="_return" value={returnTo(HERE, "settings")} />
    <input type="hidden" name="_back" value={HERE} />
  </>
);
