import type { Role } from "./member";
import type { DemoPart } from "./schema";

/** The sample cast, as in a play: whoever reads a name sees that nobody is behind it. */
export type Part = { handle: string; name: string; role: Role; bio: string };

export const SAMPLE_CAST = [
  {
    handle: "ada-sample",
    name: "Ada (sample)",
    role: "moderator",
    bio: "Keeps order in the sample discussion. Made up, like everyone in it.",
  },
  { handle: "max-sample", name: "Max (sample)", role: "admin", bio: "Runs this site. Made up." },
  { handle: "eve-sample", name: "Eve (sample)", role: "editor", bio: "Publishes. Made up." },
  {
    handle: "bo-sample",
    name: "Bo (sample)",
    role: "reader",
    bio: "Ran a help desk for eleven years and wrote most of its handbook. Made up.",
  },
  { handle: "cy-sample", name: "Cy (sample)", role: "reader", bio: "Came here yesterday. Made up." },
  {
    handle: "fay-sample",
    name: "Fay (sample)",
    role: "reader",
    bio: "Nurse, teaches newcomers on the ward. Made up.",
  },
  {
    handle: "gus-sample",
    name: "Gus (sample)",
    role: "reader",
    bio: "Librarian of an engineering firm. Made up.",
  },
  { handle: "hana-sample", name: "Hana (sample)", role: "reader", bio: "Studies how teams learn. Made up." },
  {
    handle: "ivo-sample",
    name: "Ivo (sample)",
    role: "reader",
    bio: "Builds search engines for intranets. Made up.",
  },
  {
    handle: "jun-sample",
    name: "Jun (sample)",
    role: "reader",
    bio: "Pilot; reads accident reports for pleasure. Made up.",
  },
  {
    handle: "kim-sample",
    name: "Kim (sample)",
    role: "reader",
    bio: "Has sat through three knowledge programmes. Made up.",
  },
  {
    handle: "lea-sample",
    name: "Lea (sample)",
    role: "reader",
    bio: "Teaches adults to read accounts. Made up.",
  },
  { handle: "moe-sample", name: "Moe (sample)", role: "reader", bio: "Maintains old software. Made up." },
  {
    handle: "rex-sample",
    name: "Rex (sample)",
    role: "reader",
    bio: "Written to be reported. Made up.",
  },
] as const satisfies readonly Part[];

export type SampleHandle = (typeof SAMPLE_CAST)[number]["handle"];

/** Whom a stranger becomes with one click. */
export const DEMO_HANDLE: Record<DemoPart, SampleHandle> = {
  reader: "bo-sample",
  moved: "kim-sample",
  suspended: "rex-sample",
  "article-moderator": "hana-sample",
  moderator: "ada-sample",
  editor: "eve-sample",
  admin: "max-sample",
};
