import { siteStorage } from "@/client/storage";

/** A reader who would rather weigh arguments without knowing whose they are: kept in their own browser, for every page. */
const NAME = "stances";
const HIDDEN = "hidden";

/** Runs before anything is painted. The switch itself needs no script: the style sheet asks whether it is ticked. */
export const STANCES_BEFORE_PAINT = `try{if(localStorage.getItem("moot:${NAME}")==="${HIDDEN}")document.documentElement.dataset.stances="${HIDDEN}"}catch{}`;

/** Ticks the page's switch where that was chosen before, and remembers what is chosen now. @returns the end of it */
export function rememberStances(root: HTMLElement): () => void {
  const box = root.querySelector<HTMLInputElement>('input[name="hide-stances"]');
  if (!box) return () => undefined;
  box.checked = siteStorage.get(NAME) === HIDDEN;
  const onChange = () => {
    const { dataset } = document.documentElement;
    if (box.checked) {
      siteStorage.set(NAME, HIDDEN);
      dataset.stances = HIDDEN;
    } else {
      siteStorage.remove(NAME);
      delete dataset.stances;
    }
  };
  box.addEventListener("change", onChange);
  return () => box.removeEventListener("change", onChange);
}
