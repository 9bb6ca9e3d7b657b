import { Button } from "@/components/ui/button";
import { Field, Select, TextArea } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { flashField, type FormFlash } from "@/components/ui/form-flash";
import textStyles from "@/components/ui/text.module.css";
import { draftPath } from "@/domain/articles/drafts/draft";
import { PICTURE_LIMIT } from "@/domain/pictures/picture";
import type { FieldOf } from "./draft-field";
import * as t from "#messages/pictures";
import { say } from "@/messages/say";

/** The picture on top, once there is one; taken away by emptying its address. */
export function LeadFields({ field }: { field: FieldOf }) {
  const address = field("picture");
  if (address.defaultValue === "") return null;
  return (
    <Fold summary={t.leadPicture} open>
      <Field label={t.leadAddress} autoComplete="off" spellCheck={false} {...address} />
      <TextArea label={t.description} hint={t.descriptionHint} rows={1} {...field("pictureAlt")} />
      <TextArea label={t.caption} rows={1} {...field("pictureCaption")} />
      <TextArea label={t.credit} hint={t.creditHint} rows={1} {...field("pictureCredit")} />
    </Fold>
  );
}

const TAKEN = "image/jpeg,image/png,image/webp";
const OWN_FIELDS = ["file", "newAlt", "newCaption", "newCredit"];

/** Adds a picture and saves the draft with it, in one step: without script nothing that was typed elsewhere in the form is lost. */
export function AddPicture({ id, kept }: { id: string; kept: FormFlash }) {
  const isAsked =
    kept !== null && OWN_FIELDS.some((name) => kept.fields[name] !== undefined || name in kept.problems);
  return (
    <Fold summary={t.addAPicture} open={isAsked}>
      <Field
        label={t.file}
        hint={say(t.addAPictureHint, { megabytes: PICTURE_LIMIT / 1024 / 1024 })}
        type="file"
        accept={TAKEN}
        name="file"
        problem={kept?.problems.file}
      />
      <p className={`needs-script ${textStyles.muted}`}>{t.dropAPicture}</p>
      <Field
        label={t.description}
        hint={t.descriptionHint}
        autoComplete="off"
        dir="auto"
        {...flashField(kept, "newAlt")}
      />
      <Field label={t.caption} autoComplete="off" dir="auto" {...flashField(kept, "newCaption")} />
      <Field
        label={t.credit}
        hint={t.creditHint}
        autoComplete="off"
        dir="auto"
        {...flashField(kept, "newCredit")}
      />
      <Select label={t.useAs} name="newPlace" defaultValue={kept?.fields.newPlace ?? "text"}>
        <option value="text">{t.inTheText}</option>
        <option value="top">{t.onTop}</option>
      </Select>
      <p>
        <Button
          formAction={`/api/v1/drafts/${id}/pictures`}
          formEncType="multipart/form-data"
          name="_return"
          value={draftPath(id)}
        >
          {t.addPicture}
        </Button>
      </p>
    </Fold>
  );
}
