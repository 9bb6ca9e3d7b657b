import styles from "./about-fields.module.css";
import { Choice } from "@/components/ui/field";
import type { Selector } from "@/domain/passages/passage";
import * as t from "#messages/passages";

/** Words that a comment can be about; `field` is what the form sends for them. */
export type AboutPassage = { label: string; selector: Selector; field: string };

type Props = { passages: readonly AboutPassage[]; chosen?: string };

/** What a comment will be about: said where there is one passage, chosen where there are several. */
export function AboutFields({ passages, chosen }: Props) {
  const [only, ...others] = passages;
  if (!only) return null;
  if (others.length === 0)
    return (
      <>
        <blockquote className={styles.about} dir="auto">
          {only.label}
        </blockquote>
        <input type="hidden" name="passage" value={only.field} />
      </>
    );
  const first = passages.find(({ field }) => field === chosen) ?? only;
  return (
    <fieldset className={styles.choices}>
      <legend>{t.whatIsItAbout}</legend>
      {passages.map(({ label, field }) => (
        <Choice
          key={field}
          type="radio"
          name="passage"
          value={field}
          defaultChecked={field === first.field}
          label={<span dir="auto">{label}</span>}
        />
      ))}
    </fieldset>
  );
}
