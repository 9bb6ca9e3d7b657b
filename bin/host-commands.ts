import * as t from "#messages/settings";
import type { Command } from "./command";

/** What `moot` does before or beside the site's own code, as the owner of the database; `scripts/command.ts` runs these. */
export const hostCommands: readonly Pick<Command, "name" | "usage" | "does">[] = [
  { name: "settings", usage: "[--markdown]", does: t.showWhatIsInForce },
  { name: "backup", usage: "FILE", does: t.writeABackup },
  { name: "backup verify", usage: "FILE [--into URL]", does: t.tryABackup },
  { name: "restore", usage: "FILE", does: t.restoreABackup },
  { name: "export", usage: "FILE [--addresses] | --schema", does: t.writeAnExport },
  { name: "import", usage: "FILE", does: t.readAnExport },
  { name: "migrate", usage: "[--plan]", does: t.bringTheDatabaseUp },
];
