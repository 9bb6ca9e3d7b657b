/** A form that was refused, as it comes back: what was typed, the sentence, and the sentences by field. */
export type FormFlash = {
  fields: Record<string, string>;
  problem: string;
  problems: Record<string, string>;
} | null;

/** Of a page with a form an item: whose form was refused. */
export type ItemFlash = (NonNullable<FormFlash> & { item: string }) | null;

/** What a field shows again: the words it had and what is wrong with them. The first wrong one has the focus. */
export function flashField(kept: FormFlash, name: string, otherwise = "") {
  return {
    name,
    defaultValue: kept?.fields[name] ?? otherwise,
    problem: kept?.problems[name],
    autoFocus: kept !== null && Object.keys(kept.problems)[0] === name,
  };
}
