/** What tells that somebody is there: before a click comes the pointer, before a key the focus or another key. */
const SIGNS = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "scroll"] as const;

/**
 * Does something as soon as the reader stirs, before they can have pressed anything. Where that fails, as without a network, the next
 * sign tries again.
 * @returns what stops waiting for one
 */
export function onFirstInteraction(work: () => Promise<unknown>): () => void {
  const waiting = new AbortController();
  let going = false;
  const stir = () => {
    if (going) return;
    going = true;
    work().then(
      () => waiting.abort(),
      () => (going = false),
    );
  };
  for (const sign of SIGNS)
    document.addEventListener(sign, stir, { signal: waiting.signal, passive: true, capture: true });
  return () => waiting.abort();
}
