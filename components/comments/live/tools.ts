export { ActionMenu } from "./action-menu";
export { Composer } from "./composer";
export { ShortcutsDialog } from "./shortcuts-dialog";
export { offerPassages, pressMark } from "./passages";
export { offerQuotes } from "./quote-button";
