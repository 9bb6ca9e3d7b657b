/** What a form hears once it is saved. */
export const SAVED = "moot:saved";

type Outcome = { version: number } | "later" | "wait" | "stop";

type Means = {
  /** Milliseconds after the last change, and after a failure. */
  pause: number;
  again: number;
  save: (fields: Record<string, string>) => Promise<Outcome>;
  /** Where what could not be saved is kept until it is. */
  unsaved: { read: () => Fields | null; keep: (fields: Fields) => void; forget: () => void };
};

type Fields = Record<string, string>;

export const formOf = (place: HTMLElement | null): HTMLFormElement | null => place?.closest("form") ?? null;

/**
 * Saves a form a moment after each change, one save at a time, and gives its `version` on to the next. What was typed before it
 * watched is a change too, and so is what could not be saved the last time, which stands in the form again.
 * @returns what ends it
 */
export function watchForm(form: HTMLFormElement, { pause, again, save, unsaved }: Means): () => void {
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
    const fields = fieldsOf(form);
    const outcome = await save(fields);
    under = false;
    // Also where the session has ended meanwhile: whoever signs in again finds it in the form.
    if (outcome === "later" || outcome === "wait") unsaved.keep(fields);
    if (typeof outcome === "object") {
      setVersion(form, outcome.version);
      unsaved.forget();
    } else if (outcome === "stop") {
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
  const kept = unsaved.read();
  const isBack = kept !== null && putBack(form, kept);
  if (kept && !isBack) unsaved.forget();
  if (isBack || [...form.elements].some(isChanged)) onInput();
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

/** What was kept, in the fields it was typed in, over the version it was typed over. @returns false where the form says the same already */
function putBack(form: HTMLFormElement, kept: Fields): boolean {
  const { version = "", ...words } = kept;
  const { version: _, ...there } = fieldsOf(form);
  const names = new Set([...Object.keys(words), ...Object.keys(there)]);
  if ([...names].every((name) => words[name] === there[name])) return false;
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === "checkbox")
      field.checked = words[field.name] === field.value;
    else if (field instanceof HTMLInputElement && (field.type === "hidden" || field.type === "file"))
      continue;
    else if (field instanceof HTMLSelectElement) field.value = words[field.name] ?? field.value;
    else if (isTyped(field)) field.value = words[field.name] ?? "";
  }
  setVersion(form, Number(version));
  return true;
}

const isTyped = (field: Element): field is HTMLInputElement | HTMLTextAreaElement =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;

function setVersion(form: HTMLFormElement, version: number): void {
  const field = form.elements.namedItem("version");
  if (field instanceof HTMLInputElement) field.value = String(version);
}
