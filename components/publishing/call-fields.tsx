import { Field, Select, TextArea } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import type { FieldOf } from "./draft-field";
import * as t from "#messages/publishing";

/** What the article sends its reader to at its end. */
export function CallFields({ field }: { field: FieldOf }) {
  const kind = field("callKind");
  const isThere = field("callLabel").defaultValue !== "" || field("callHref").defaultValue !== "";
  return (
    <Fold summary={t.callToAction} open={isThere}>
      <Select label={t.callKind} {...kind} defaultValue={kind.defaultValue || "link"}>
        <option value="link">{t.aLink}</option>
        <option value="download">{t.aDownload}</option>
      </Select>
      <Field label={t.callLabel} autoComplete="off" dir="auto" {...field("callLabel")} />
      <Field
        label={t.callHref}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...field("callHref")}
      />
      <TextArea label={t.callText} rows={1} autoComplete="off" {...field("callText")} />
    </Fold>
  );
}
