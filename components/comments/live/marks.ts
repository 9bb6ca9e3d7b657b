/**
 * A press on a mark opens what it leads to on this page, also when it is the first thing somebody does here: `press` brings in what opens it.
 * Where nothing can be opened the mark is the link that it is without script.
 * @param press whether it has opened something
 * @returns the end of it
 */
export function handleMarks(press: (mark: HTMLAnchorElement) => Promise<boolean>): () => void {
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const mark = event.target instanceof Element && event.target.closest<HTMLAnchorElement>(".passage-mark");
    if (!mark) return;
    event.preventDefault();
    void press(mark)
      .catch(() => false)
      .then((isOpen) => {
        if (!isOpen) location.assign(mark.href);
      });
  };
  document.addEventListener("click", onClick);
  return () => document.removeEventListener("click", onClick);
}
