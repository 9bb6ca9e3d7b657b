import { TextArea } from "@/components/ui/field";
import type { FormFlash } from "@/components/ui/form-flash";
import { Notice } from "@/components/ui/notice";
import * as t from "#messages/desk";

/** What a moderator writes to people. */
const WORDS = ["explanation", "answer", "words", "text"];

/** Why a form was refused; and when its place is gone (somebody else decided meanwhile), what was typed into it, to be copied. */
export function RefusedForm({ kept, drawn }: { kept: NonNullable<FormFlash>; drawn: boolean }) {
  const words = drawn ? [] : WORDS.flatMap((name) => kept.fields[name] || []);
  return (
    <>
      <Notice kind="problem">{kept.problem}</Notice>
      {words.map((text) => (
        <TextArea key={text} label={t.yourText} hint={t.itWasNotSent} defaultValue={text} rows={4} readOnly />
      ))}
    </>
  );
}
