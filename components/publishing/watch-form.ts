/** What a form hears once it is saved. */
export const SAVED = "moot:saved";

type Outcome = { version: number } | "later" | "wait" | "stop";

type Means = {
  /** Milliseconds after the last change, and after a failure. */
  pause: number;
  again: number;
  save: (fields: Record<string, string>) => Promise<Outcome>;
};

export const formOf = (place: HTMLElement | null): HTMLFormElement | null => place?.closest("form") ?? null;

/**
 * Saves a form a moment after each change, one save at a time, and gives its `version` on to the next. What was typed before it
 * watched is a change too.
 * @returns what ends it
 */
export function watchForm(form: HTMLFormElement, { pause, again, save }: Means): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changed = false;
  let under = false;
  let ended = false;

  const soon = (after: number) => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(() => void now(), after);
  };
  async function now(): Promise<void> {
    if (under || !changed || ended) return;
    [under, changed] = [true, false];
    const outcome = await save(fieldsOf(form));
    under = false;
    if (typeof outcome === "object") setVersion(form, outcome.version);
    else if (outcome === "stop") {
      stop();
      return;
    } else if (outcome === "later") changed = true;
    if (changed) soon(outcome === "later" ? again : pause);
  }
  const onInput = () => {
    changed = true;
    soon(pause);
  };
  /** What the form itself sends is not to be sent a second time. */
  function stop(): void {
    ended = true;
    clearTimeout(timer);
  }
  /** Until it is saved, leaving the page asks first. */
  const onLeave = (event: BeforeUnloadEvent) => {
    if (changed && !ended) event.preventDefault();
  };
  form.addEventListener("input", onInput);
  form.addEventListener("submit", stop);
  addEventListener("beforeunload", onLeave);
  if ([...form.elements].some(isChanged)) onInput();
  return () => {
    stop();
    form.removeEventListener("input", onInput);
    form.removeEventListener("submit", stop);
    removeEventListener("beforeunload", onLeave);
  };
}

/** Whether a field holds something else than the page was sent with. */
function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    const sent = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
    return field.selectedIndex !== Math.max(0, sent);
  }
  if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

/** As a plain form sends them: without what is empty, and without what is for the door. */
function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const written = [...new FormData(form)].filter(
    (entry): entry is [string, string] =>
      !entry[0].startsWith("_") && typeof entry[1] === "string" && entry[1] !== "",
  );
  return Object.fromEntries(written);
}

function setVersion(form: HTMLFormElement, version: number): void {
  const field = form.elements.namedItem("version");
  if (field instanceof HTMLInputElement) field.value = String(version);
}
