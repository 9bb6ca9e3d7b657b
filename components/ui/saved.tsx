import { Notice } from "./notice";
import * as t from "#messages/site";

/** What a form's page comes back to, so that it says so right there: `?said=roles#roles`. */
export const returnTo = (page: string, part: string): string => `${page}?said=${part}#${part}`;

/** Stands where the form `part` does, and says that it was saved once it was. */
export function Saved({ part, said }: { part: string; said: string | undefined }) {
  return <div id={part}>{said === part && <Notice>{t.saved}</Notice>}</div>;
}
