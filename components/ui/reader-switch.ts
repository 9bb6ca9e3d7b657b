import { siteStorage } from "@/client/storage";

/** What a reader would rather not see: kept in their own browser, for every page. The name is also what the root element says. */
export type ReaderSwitch = "stances" | "passages";

const HIDDEN = "hidden";

/** Runs before anything is painted. The switches themselves need no script: the style sheet asks whether one is ticked. */
export const SWITCHES_BEFORE_PAINT = `try{for(const n of ["stances","passages"])if(localStorage.getItem("moot:"+n)==="${HIDDEN}")document.documentElement.dataset[n]="${HIDDEN}"}catch{}`;

/** Ticks the page's switch where that was chosen before, and remembers what is chosen now. @returns the end of it */
export function rememberSwitch(name: ReaderSwitch, root: ParentNode): () => void {
  const box = root.querySelector<HTMLInputElement>(`input[name="hide-${name}"]`);
  if (!box) return () => undefined;
  box.checked = siteStorage.get(name) === HIDDEN;
  const onChange = () => {
    if (box.checked) {
      siteStorage.set(name, HIDDEN);
      document.documentElement.setAttribute(`data-${name}`, HIDDEN);
    } else {
      siteStorage.remove(name);
      document.documentElement.removeAttribute(`data-${name}`);
    }
  };
  box.addEventListener("change", onChange);
  return () => box.removeEventListener("change", onChange);
}
